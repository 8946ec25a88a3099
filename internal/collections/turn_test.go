// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package collections_test

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
)

// TestTurn waits for who has the turn at the same, and no longer than the run.
func TestTurn(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		c := collections.New(collections.Config{})
		begin := time.Now()

		waits := func(what string, want time.Duration) (end func()) {
			t.Helper()

			end, err := collections.Turn(t.Context(), c, what)
			if err != nil || time.Since(begin) != want {
				t.Fatalf("%s: %v after %s, want %s", what, err, time.Since(begin), want)
			}

			return end
		}

		time.AfterFunc(time.Second, waits("lamp", 0))
		waits("door", 0)
		waits("lamp", time.Second)

		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()

		if _, err := collections.Turn(ctx, c, "door"); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("the run ends: %v", err)
		}
	})
}
