// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package jumpcloud

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
)

// What another provider block makes in the same run is not this one's roll-out.
func TestTouchLeavesOutWhatWasBornMeanwhile(t *testing.T) {
	t.Parallel()

	c, err := New(Config{APIKey: "0123456789abcdef", Guards: Guards{MaxOrganizations: 1}})
	if err != nil {
		t.Fatal(err)
	}

	id := func(age time.Duration, n int) string { return fmt.Sprintf("%08x%016x", time.Now().Add(-age).Unix(), n) }

	for n := range 3 {
		if err := c.Touch(t.Context(), id(-time.Minute, n), "made by another block"); err != nil {
			t.Error(err)
		}
	}

	if err := c.Touch(t.Context(), id(time.Hour, 4), "old"); err != nil {
		t.Error(err)
	}

	if err := c.Touch(t.Context(), id(time.Hour, 5), "old"); err == nil {
		t.Error("the second of the old organizations is not counted")
	}
}

// Half of a roll-out is worse than all of it: what was begun is not stopped.
func TestTouchRefusesNothingAfterTheFirstWrite(t *testing.T) {
	t.Parallel()

	for _, wrote := range []bool{false, true} {
		c, err := New(Config{
			APIKey: "0123456789abcdef", Guards: Guards{MaxOrganizations: 1}, RequestsPerSecond: 10, RequestTimeout: time.Minute, Transport: accepting{},
		})
		if err != nil {
			t.Fatal(err)
		}

		if wrote {
			if _, err := collections.Post[any](t.Context(), c.Portal().V2("things"), nil); err != nil {
				t.Fatal(err)
			}
		}

		refused := false
		for _, organization := range []string{"Acme Inc", "Globex"} {
			refused = c.Touch(t.Context(), organization, "a change") != nil || refused
		}

		if refused == wrote {
			t.Errorf("after a write %t: refused %t", wrote, refused)
		}
	}
}

// accepting is a service that says yes to everything.
type accepting struct{}

func (accepting) RoundTrip(*http.Request) (*http.Response, error) {
	w := httptest.NewRecorder()
	w.WriteHeader(http.StatusOK)

	return w.Result(), nil
}
