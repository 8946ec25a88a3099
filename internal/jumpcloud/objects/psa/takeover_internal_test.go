// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package psa

import (
	"context"
	"errors"
	"net/http"
	"testing"
	"testing/synctest"
	"time"
)

// TestTake waits for who is leaving, and no longer than the run.
func TestTake(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		p := portal(t, http.StatusOK)

		taken, done := Leave(t.Context(), p, "lamp", "off")
		if taken {
			t.Error("nobody has taken it")
		}

		time.AfterFunc(time.Second, done)

		begin := time.Now()
		if original, ok, err := Take(t.Context(), p, "lamp"); original != "off" || !ok || err != nil || time.Since(begin) != time.Second {
			t.Errorf("%q, %t, %v after %s", original, ok, err, time.Since(begin))
		}

		if _, ok, _ := Take(t.Context(), p, "lamp"); ok {
			t.Error("it was taken twice")
		}

		taken, done = Leave(t.Context(), p, "lamp", "on")
		done()

		if !taken {
			t.Error("it is taken")
		}

		_, done = Leave(t.Context(), p, "door", "")
		defer done()

		ctx, cancel := context.WithCancel(t.Context())
		time.AfterFunc(time.Second, cancel)

		if _, _, err := Take(ctx, p, "door"); !errors.Is(err, context.Canceled) {
			t.Errorf("an interrupt: %v", err)
		}
	})
}
