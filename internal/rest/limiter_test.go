// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package rest_test

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// within checks that no second, wherever it begins, holds more than most of the times.
func within(t *testing.T, times []time.Time, most int) {
	t.Helper()

	slices.SortFunc(times, time.Time.Compare)

	for i := range times {
		if j := i + most; j < len(times) && times[j].Sub(times[i]) < time.Second-time.Millisecond {
			t.Fatalf("%d requests within %s, at most %d a second are allowed", most+1, times[j].Sub(times[i]), most)
		}
	}
}

func together(n int, do func()) {
	var wg sync.WaitGroup
	for range n {
		wg.Go(do)
	}

	wg.Wait()
}

func TestLimiterSpacesEvenly(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := serve(ok)
		c := client(s, func(c *rest.Config) { c.Limiter = rest.NewLimiter(5) })

		together(21, func() {
			if _, err := c.Do(t.Context(), request(http.MethodGet)); err != nil {
				t.Error(err)
			}
		})

		times := s.calls()
		slices.SortFunc(times, time.Time.Compare)

		for i := 1; i < len(times); i++ {
			if gap := times[i].Sub(times[i-1]); gap < 199*time.Millisecond || gap > 201*time.Millisecond {
				t.Errorf("request %d came %s after the one before, want 200 ms", i, gap)
			}
		}
	})
}

// Many requests that wait for one credential must not go together once it is there.
func TestLimiterCountsRequestsThatWaitedForACredential(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := serve(ok)
		c := client(s, func(c *rest.Config) {
			c.Limiter = rest.NewLimiter(10)
			c.Auth = &token{value: "t", takes: 3 * time.Second}
		})

		together(30, func() {
			if _, err := c.Do(t.Context(), request(http.MethodGet)); err != nil {
				t.Error(err)
			}
		})

		within(t, s.calls(), 10)
	})
}

func TestLimiterHalvesOnceForABurst(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		l := rest.NewLimiter(8)
		sent := time.Now()

		time.Sleep(100 * time.Millisecond)

		for range 5 {
			l.Throttled(sent, 0)
		}

		if l.Rate() != 4 {
			t.Errorf("five refusals of requests in flight together left %g a second, want 4", l.Rate())
		}

		time.Sleep(time.Second)
		l.Throttled(time.Now(), 0)

		if l.Rate() != 2 {
			t.Errorf("a refusal of a later request left %g a second, want 2", l.Rate())
		}

		for range 10 {
			l.Throttled(time.Now(), 0)
			time.Sleep(time.Second)
		}

		if l.Rate() != 0.5 {
			t.Errorf("the slowest is %g a second, want 0.5", l.Rate())
		}
	})
}

func TestLimiterBelowTheSlowestIsNeverRaised(t *testing.T) {
	t.Parallel()

	l := rest.NewLimiter(0.2)
	l.Throttled(time.Now(), 0)

	if l.Rate() > 0.2 {
		t.Errorf("%g a second exceeds the ceiling", l.Rate())
	}
}

func TestLimiterRecoversToItsCeiling(t *testing.T) {
	t.Parallel()

	l := rest.NewLimiter(10)
	l.Throttled(time.Now(), 0)

	for range 9 {
		l.Passed()
	}

	if l.Rate() != 5 {
		t.Errorf("recovered to %g before ten answers", l.Rate())
	}

	l.Passed()

	if l.Rate() != 5.5 {
		t.Errorf("ten answers recovered to %g, want 5.5", l.Rate())
	}

	for range 1000 {
		l.Passed()

		if l.Rate() > 10 {
			t.Fatalf("%g a second exceeds the ceiling", l.Rate())
		}
	}

	if l.Rate() != 10 {
		t.Errorf("recovered to %g only", l.Rate())
	}
}

// A service that takes 5 a second and refuses what exceeds it: the client settles, ends,
// and in no second sends more than its own ceiling.
func TestLimiterAgainstAServiceLimit(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var (
			mu      sync.Mutex
			taken   []time.Time
			refused int
		)

		s := serve(func(r *http.Request) (*http.Response, error) {
			mu.Lock()
			defer mu.Unlock()

			now := time.Now()
			taken = slices.DeleteFunc(taken, func(at time.Time) bool { return now.Sub(at) >= time.Second })

			if len(taken) >= 5 {
				refused++

				return status(http.StatusTooManyRequests, `{}`, "Retry-After", "1")(r)
			}

			taken = append(taken, now)

			return ok(r)
		})

		c := client(s, func(c *rest.Config) { c.Limiter, c.MaxRetries = rest.NewLimiter(10), 8 })
		slot := make(chan struct{}, 10)

		together(200, func() {
			slot <- struct{}{}
			defer func() { <-slot }()

			if _, err := c.Do(t.Context(), request(http.MethodPost)); err != nil {
				t.Error(err)
			}
		})

		within(t, s.calls(), 10)

		if refused > 40 {
			t.Errorf("%d of 200 requests were refused: the client does not settle", refused)
		}
	})
}

// Nothing goes while the service asks for a pause, not even what had its turn already;
// and afterwards they do not all go together.
func TestLimiterPausesEveryone(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := serve(status(http.StatusTooManyRequests, `{}`, "Retry-After", "30"), ok)
		c := client(s, func(c *rest.Config) { c.Limiter = rest.NewLimiter(10) })

		together(20, func() {
			if _, err := c.Do(t.Context(), request(http.MethodGet)); err != nil {
				t.Error(err)
			}
		})

		times := s.calls()
		for _, at := range times[1:] {
			if pause := at.Sub(times[0]); pause < 30*time.Second {
				t.Errorf("a request went %s after a 429 that asked for 30 s", pause)
			}
		}

		within(t, times, 10)
	})
}

func TestLimiterStops(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		first, second := errors.New("first"), errors.New("second")
		l := rest.NewLimiter(1)
		l.Stop(first)
		l.Stop(second)

		if waited, err := l.Wait(t.Context()); !errors.Is(err, first) || waited != 0 {
			t.Errorf("%s %v", waited, err)
		}
	})
}

// What waits for its turn learns of the stop before it goes.
func TestLimiterStopReachesThoseThatWait(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		stop := errors.New("stop")
		l := rest.NewLimiter(1)

		if _, err := l.Wait(t.Context()); err != nil {
			t.Fatal(err)
		}

		time.AfterFunc(time.Millisecond, func() { l.Stop(stop) })

		if _, err := l.Wait(t.Context()); !errors.Is(err, stop) {
			t.Errorf("got %v", err)
		}
	})
}

func TestLimiterWaitEndsWithItsContext(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		l := rest.NewLimiter(10)
		l.Throttled(time.Now(), time.Hour)

		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		defer cancel()

		waited, err := l.Wait(ctx)
		if !errors.Is(err, context.DeadlineExceeded) || waited != time.Minute {
			t.Errorf("%s %v", waited, err)
		}
	})
}
