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

func TestLimiterSlowsDownOnceForABurst(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		l := rest.NewLimiter(8)
		sent := time.Now()
		l.Passed()
		time.Sleep(100 * time.Millisecond)

		for range 5 {
			l.Throttled(sent, 0)
		}

		if l.Rate() != 4 {
			t.Errorf("five refusals of requests in flight together left %g a second, want 4", l.Rate())
		}
	})
}

// Refusals without an answer between them say that the service is shut, not how fast to be.
func TestLimiterWaitsLongerWhileNothingPasses(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		l := rest.NewLimiter(10)
		l.Passed()

		for i, want := range []float64{0, 1, 2, 4, 8, 16, 30, 30} {
			l.Throttled(time.Now(), 0)

			waited, err := l.Wait(t.Context())
			if err != nil || waited.Truncate(time.Second).Seconds() != want {
				t.Errorf("refusal %d: waited %s, want %g s: %v", i+1, waited, want, err)
			}
		}

		if l.Rate() != 5 {
			t.Errorf("%g a second, want 5", l.Rate())
		}
	})
}

// A single refusal that asks for a moment stops nobody else; a second in a row does.
func TestLimiterHoldsAllOnlyIfTheNextIsRefusedToo(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		l := rest.NewLimiter(10)

		for _, want := range []time.Duration{0, 2 * time.Second} {
			l.Throttled(time.Now(), 2*time.Second)

			if waited, err := l.Wait(t.Context()); err != nil || waited.Truncate(time.Second) != want {
				t.Errorf("waited %s, want %s: %v", waited, want, err)
			}
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

// A rate that is not refused grows with time, faster and faster, to the ceiling.
func TestLimiterRecoversToItsCeiling(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		l := rest.NewLimiter(10)
		l.Passed()
		l.Throttled(time.Now(), 0)

		start, before := time.Now(), l.Rate()

		for l.Rate() < 10 {
			time.Sleep(time.Second)
			l.Passed()

			if l.Rate() < before || l.Rate() > 10 || time.Since(start) > 20*time.Second {
				t.Fatalf("%g a second after %s", l.Rate(), time.Since(start))
			}

			if since := time.Since(start); since < 4*time.Second && l.Rate() != 5 {
				t.Errorf("%g a second after %s already", l.Rate(), since)
			}
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
