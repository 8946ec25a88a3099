// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package rest_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"net/http"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// gate tells whether a service takes a request, and otherwise for how long it asks to wait.
type gate func(now time.Time) (ok bool, after time.Duration)

// bucket is a token bucket of perSecond that starts full.
func bucket(perSecond, burst float64) gate {
	tokens, last := burst, time.Time{}

	return func(now time.Time) (bool, time.Duration) {
		if !last.IsZero() {
			tokens = min(burst, tokens+perSecond*now.Sub(last).Seconds())
		}

		last = now

		if tokens < 1 {
			return false, time.Duration((1 - tokens) / perSecond * float64(time.Second))
		}

		tokens--

		return true, 0
	}
}

// fixed takes n requests in each window, which begin at multiples of it.
func fixed(n int, window time.Duration) gate {
	begun, taken := time.Time{}, 0

	return func(now time.Time) (bool, time.Duration) {
		if start := now.Truncate(window); !start.Equal(begun) {
			begun, taken = start, 0
		}

		if taken >= n {
			return false, begun.Add(window).Sub(now)
		}

		taken++

		return true, 0
	}
}

// sliding takes n requests in any second; strict counts refused ones too.
func sliding(n int, strict bool) gate {
	const window = time.Second

	var taken []time.Time

	return func(now time.Time) (bool, time.Duration) {
		for len(taken) > 0 && now.Sub(taken[0]) >= window {
			taken = taken[1:]
		}

		full := len(taken) >= n
		if !full || strict {
			taken = append(taken, now)
		}

		if full {
			return false, window - now.Sub(taken[len(taken)-n])
		}

		return true, 0
	}
}

// random refuses a share of what comes, whatever the rate.
func random(share float64, seed uint64) gate {
	r := rand.New(rand.NewPCG(seed, 1))

	return func(time.Time) (bool, time.Duration) { return r.Float64() >= share, 0 }
}

// both refuses what one of two gates refuses.
func both(a, b gate) gate {
	return func(now time.Time) (bool, time.Duration) {
		if ok, after := a(now); !ok {
			return false, after
		}

		return b(now)
	}
}

// switching changes from one gate to another after some time.
func switching(first, then gate, at time.Duration) gate {
	start := time.Time{}

	return func(now time.Time) (bool, time.Duration) {
		if start.IsZero() {
			start = now
		}

		if now.Sub(start) < at {
			return first(now)
		}

		return then(now)
	}
}

// advice is the Retry-After that a service sends: "none", "exact", or seconds.
type advice string

func (a advice) headers(after time.Duration) []string {
	switch a {
	case "none":
		return nil
	case "exact":
		return []string{"Retry-After", fmt.Sprint(max(1, math.Ceil(after.Seconds())))}
	}

	return []string{"Retry-After", string(a)}
}

// drive sends n creations, ten at a time, through a gate, and returns how long they took
// and how many were refused.
func drive(t *testing.T, n int, latency func() time.Duration, g gate, a advice) (took time.Duration, refusals int) {
	t.Helper()

	const ceiling = 10

	var mu sync.Mutex

	s := serve(func(r *http.Request) (*http.Response, error) {
		time.Sleep(latency() / 2)
		mu.Lock()
		ok2, after := g(time.Now())
		if !ok2 {
			refusals++
		}
		mu.Unlock()
		time.Sleep(latency() / 2)

		if !ok2 {
			return status(http.StatusTooManyRequests, `{}`, a.headers(after)...)(r)
		}

		return ok(r)
	})

	// It is the pace that is measured: no request gives up because the draws are against it.
	c := client(s, func(c *rest.Config) { c.Limiter, c.MaxRetries = rest.NewLimiter(ceiling), 20 })
	slot := make(chan struct{}, 10)
	start := time.Now()

	together(n, func() {
		slot <- struct{}{}
		defer func() { <-slot }()

		if _, err := c.Do(t.Context(), request(http.MethodPost)); err != nil {
			t.Error(err)
		}
	})

	within(t, s.calls(), ceiling)

	return time.Since(start), refusals
}

// at returns a latency that is always the same.
func at(d time.Duration) func() time.Duration { return func() time.Duration { return d } }

// A service with a hard limit: near the ideal time, and hardly a call that is refused.
func TestPaceUnderAHardLimit(t *testing.T) {
	t.Parallel()

	const n, limit = 200, 5

	gates := map[string]func() gate{
		"bucket":        func() gate { return bucket(limit, limit) },
		"large bucket":  func() gate { return bucket(limit, 8*limit) },
		"bucket of 3":   func() gate { return bucket(3, 3) },
		"bucket of 8":   func() gate { return bucket(8, 8) },
		"second":        func() gate { return fixed(limit, time.Second) },
		"minute":        func() gate { return fixed(60*limit, time.Minute) },
		"any second":    func() gate { return sliding(limit, false) },
		"with refusals": func() gate { return sliding(limit, true) },
	}
	limits := map[string]float64{"bucket of 3": 3, "bucket of 8": 8}

	for name, g := range gates {
		for _, a := range []advice{"none", "1", "exact"} {
			for _, latency := range []time.Duration{0, 100 * time.Millisecond} {
				t.Run(fmt.Sprintf("%s, %s, %s", name, a, latency), func(t *testing.T) {
					t.Parallel()
					synctest.Test(t, func(t *testing.T) {
						perSecond := limits[name]
						if perSecond == 0 {
							perSecond = limit
						}

						took, refusals := drive(t, n, at(latency), g(), a)

						if ideal := n / perSecond; took.Seconds() > 1.3*ideal {
							t.Errorf("%s, ideal are %.0f s", took, ideal)
						}

						if refusals*20 > n+refusals {
							t.Errorf("%d of %d calls were refused", refusals, n+refusals)
						}
					})
				})
			}
		}
	}
}

// A service that refuses at random: the rate does not fall for it. The ideal is the time
// at the ceiling, with the calls that are sent again.
func TestPaceUnderRandomRefusals(t *testing.T) {
	t.Parallel()

	const n, seeds = 200, 100

	// The waits before a try are random too, so a bound has to be one that nobody misses by
	// chance: of 2,000 runs half took 0.8 of the first, and 19 of 20 at most the second.
	// Where a fifth is refused, noise and limit are hard to tell apart.
	type bound struct{ half, mostly float64 }

	for share, most := range map[float64]bound{
		0.01: {1.3, 1.5}, 0.02: {1.4, 1.9}, 0.05: {1.6, 2.4}, 0.1: {1.7, 2.8}, 0.2: {2.2, 4.2},
	} {
		for _, a := range []advice{"none", "1"} {
			t.Run(fmt.Sprintf("%g, %s", share, a), func(t *testing.T) {
				t.Parallel()

				times := make([]float64, 0, seeds)

				for seed := range uint64(seeds) {
					synctest.Test(t, func(t *testing.T) {
						took, _ := drive(t, n, at(100*time.Millisecond), random(share, seed), a)
						times = append(times, took.Seconds()/(n/10/(1-share)))
					})
				}

				slices.Sort(times)
				half, mostly := times[seeds/2], times[seeds*9/10]
				t.Logf("%.2f times the ideal, one of ten at least %.2f, the slowest %.2f", half, mostly, times[seeds-1])

				if half > most.half || mostly > most.mostly {
					t.Error("slower than that")
				}
			})
		}
	}
}

// A service that is shut when a run begins says nothing about the rate it takes later.
func TestPaceAfterABadBeginning(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		calls := 0
		bad := map[int]bool{1: true, 2: true, 15: true}

		took, _ := drive(t, 60, at(20*time.Millisecond), func(time.Time) (bool, time.Duration) {
			calls++

			return !bad[calls], 0
		}, "1")

		if took > 15*time.Second {
			t.Errorf("60 calls took %s, of which three were refused", took)
		}
	})
}

// Both at once: a limit, and refusals at random.
func TestPaceUnderBoth(t *testing.T) {
	t.Parallel()

	const n, seeds = 200, 10

	var sum float64

	for seed := range uint64(seeds) {
		synctest.Test(t, func(t *testing.T) {
			took, _ := drive(t, n, at(0), both(random(0.1, seed), sliding(5, false)), "1")
			sum += took.Seconds() / (n / 5 / 0.9)
		})
	}

	mean := sum / seeds
	t.Logf("%.2f times the ideal", mean)

	if mean > 2 {
		t.Error("slower than that")
	}
}

// A limit that changes while a run goes on is found again, either way.
func TestPaceFollowsALimitThatChanges(t *testing.T) {
	t.Parallel()

	table := map[string]struct {
		first, then gate
		ideal       float64 // seconds for 400 calls, the first of them in 20 s
	}{
		"tighter": {bucket(8, 8), bucket(3, 3), 20 + 240.0/3},
		"wider":   {bucket(3, 3), bucket(9, 9), 20 + 340.0/9},
		"gone":    {sliding(3, false), bucket(1000, 1000), 20 + 340.0/10},
	}

	for name, row := range table {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				took, refusals := drive(t, 400, at(0), switching(row.first, row.then, 20*time.Second), "1")

				if took.Seconds() > 1.6*row.ideal || refusals > 25 {
					t.Errorf("%s with %d refusals, ideal are %.0f s", took, refusals, row.ideal)
				}
			})
		})
	}
}
