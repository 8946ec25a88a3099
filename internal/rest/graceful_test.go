// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package rest_test

import (
	"context"
	"errors"
	"net/http"
	"testing"
	"testing/synctest"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// A write on its way is finished, whatever its method, even by a caller who began no operation.
func TestWritesOnTheirWayAreFinished(t *testing.T) {
	t.Parallel()

	for _, method := range []string{http.MethodPost, http.MethodPut, http.MethodPatch, http.MethodDelete} {
		synctest.Test(t, func(t *testing.T) {
			ctx, cancel := context.WithCancel(t.Context())
			time.AfterFunc(time.Second, cancel)

			resp, err := client(serve(slow(5*time.Second, ok))).Do(ctx, request(method))
			if err != nil || string(resp.Body) != `{"id":"1"}` {
				t.Errorf("%s: %v", method, err)
			}
		})
	}

	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		time.AfterFunc(time.Second, cancel)

		begun := time.Now()
		if _, err := client(serve(slow(5*time.Second, ok))).Do(ctx, request(http.MethodGet)); !errors.Is(err, context.Canceled) {
			t.Errorf("a read goes on: %v", err)
		}

		if time.Since(begun) != time.Second {
			t.Errorf("a read ended after %s", time.Since(begun))
		}
	})
}

// An operation: two writes and a read. What comes after the first write goes on.
func TestGraceful(t *testing.T) {
	t.Parallel()

	conflict := status(http.StatusConflict, `{}`)

	for name, row := range map[string]struct {
		interrupted time.Duration // after so long; each call takes a second
		first       answer
		calls       int
		failed      bool
	}{
		"before anything":            {0, ok, 0, true},
		"during the first write":     {500 * time.Millisecond, ok, 3, false},
		"between the writes":         {1500 * time.Millisecond, ok, 3, false},
		"during the read":            {2500 * time.Millisecond, ok, 3, false},
		"after a first one refused":  {1500 * time.Millisecond, conflict, 1, true},
		"during one that is refused": {500 * time.Millisecond, conflict, 1, true},
		"during one that is lost":    {500 * time.Millisecond, dropped, 3, false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				s := serve(slow(time.Second, row.first), slow(time.Second, ok))
				c := client(s)

				parent, cancel := context.WithCancel(t.Context())
				if row.interrupted == 0 {
					cancel()
				} else {
					time.AfterFunc(row.interrupted, cancel)
				}

				ctx, done := rest.Graceful(parent)
				defer done()

				_, first := c.Do(ctx, request(http.MethodPost))
				if row.interrupted > time.Second {
					time.Sleep(row.interrupted - time.Second + time.Millisecond)
				}

				_, second := c.Do(ctx, request(http.MethodPatch))
				_, third := c.Do(ctx, request(http.MethodGet))

				if (second != nil || third != nil) != row.failed || len(s.calls()) != row.calls {
					t.Errorf("%d calls, want %d: %v, %v, %v", len(s.calls()), row.calls, first, second, third)
				}

				if !rest.Interrupted(ctx) && row.interrupted < 2*time.Second {
					t.Error("the operation does not know that it was interrupted")
				}

				if row.failed && !errors.Is(second, context.Canceled) {
					t.Errorf("failed with %v", second)
				}
			})
		})
	}
}

// What was begun is bounded: by the time for one try, from the interruption on.
func TestGracefulIsBounded(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := serve(ok, status(http.StatusTooManyRequests, `{}`, "Retry-After", "20"))
		c := client(s, func(c *rest.Config) { c.MaxRetries = 100 })

		parent, cancel := context.WithCancel(t.Context())
		ctx, done := rest.Graceful(parent)

		defer done()

		if _, err := c.Do(ctx, request(http.MethodPost)); err != nil {
			t.Fatal(err)
		}

		time.Sleep(time.Minute) // not counted
		cancel()

		begun := time.Now()
		if _, err := c.Do(ctx, request(http.MethodGet)); !errors.Is(err, context.Canceled) {
			t.Errorf("%v", err)
		}

		if took := time.Since(begun); took != 30*time.Second {
			t.Errorf("went on for %s", took)
		}
	})
}

// Within an operation no other begins, and its end ends what belongs to it.
func TestGracefulOnce(t *testing.T) {
	t.Parallel()

	parent, cancel := context.WithCancel(t.Context())
	defer cancel()

	ctx, done := rest.Graceful(parent)
	within, doneWithin := rest.Graceful(ctx)

	if doneWithin(); within != ctx || ctx.Err() != nil {
		t.Error("an operation within an operation")
	}

	if done(); ctx.Err() == nil || rest.Interrupted(t.Context()) {
		t.Error("the operation has no end")
	}
}

// What operations share is no part of the first: it outlives that, and may be an operation of
// its own.
func TestDetach(t *testing.T) {
	t.Parallel()

	parent, cancel := context.WithCancel(t.Context())
	first, end := rest.Graceful(parent)
	shared := rest.Detach(first)

	cancel()
	end()

	if first.Err() == nil || shared.Err() != nil || rest.Interrupted(shared) {
		t.Error("what is shared ended with the first operation")
	}

	own, done := rest.Graceful(shared)
	defer done()

	if own == shared {
		t.Error("it cannot be an operation")
	}

	if _, err := client(serve(ok)).Do(own, request(http.MethodPost)); err != nil || !rest.Wrote(own) || rest.Wrote(first) {
		t.Errorf("a write of it belongs to the first operation: %v", err)
	}
}
