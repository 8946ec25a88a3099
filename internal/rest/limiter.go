// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package rest

import (
	"context"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

const (
	// slowest is how far a throttled client slows down: one request in two seconds.
	slowest rate.Limit = 0.5

	// A client that was throttled gains a twentieth of its ceiling for every recoveryRun
	// answers in a row that were not 429. It thus probes for the service's limit, which
	// is not documented, without running into it again at once.
	recoveryRun   = 10
	recoverySteps = 20
)

// Limiter paces all requests of one credential. It halves its rate on a 429, recovers
// step by step, and never exceeds its ceiling.
type Limiter struct {
	ceiling rate.Limit
	bucket  *rate.Limiter

	mu          sync.Mutex
	good        int       // answers since the last 429
	cut         time.Time // when the rate was last halved
	pausedUntil time.Time
	stopped     error
}

// NewLimiter returns a limiter of requestsPerSecond at the most. Requests are spaced
// evenly: a burst would exceed the ceiling in its first second.
func NewLimiter(requestsPerSecond float64) *Limiter {
	return &Limiter{
		ceiling: rate.Limit(requestsPerSecond),
		bucket:  rate.NewLimiter(rate.Limit(requestsPerSecond), 1),
	}
}

// Wait blocks until the next request may go, and returns how long that took. It returns
// an error when the context ends or [Limiter.Stop] was called.
func (l *Limiter) Wait(ctx context.Context) (time.Duration, error) {
	start := time.Now()

	for turn := false; ; {
		l.mu.Lock()
		stopped, pause := l.stopped, time.Until(l.pausedUntil)
		l.mu.Unlock()

		switch {
		case stopped != nil:
			return time.Since(start), stopped
		case pause > 0:
			// A turn that came during a pause is lost, or all would go together after it.
			turn = false

			if err := sleep(ctx, pause); err != nil {
				return time.Since(start), err
			}
		case turn:
			return time.Since(start), nil
		default:
			turn = true

			if err := l.bucket.Wait(ctx); err != nil {
				return time.Since(start), err
			}
		}
	}
}

// Throttled tells the limiter of a 429 to a request sent at sent. after is the service's
// Retry-After, or 0: no request goes before it has passed.
func (l *Limiter) Throttled(sent time.Time, after time.Duration) {
	l.mu.Lock()
	defer l.mu.Unlock()

	now := time.Now()
	if until := now.Add(after); until.After(l.pausedUntil) {
		l.pausedUntil = until
	}

	l.good = 0

	// Requests in flight together are throttled together: that is one sign, not ten.
	if sent.Before(l.cut) {
		return
	}

	l.cut = now
	l.bucket.SetLimit(max(min(slowest, l.ceiling), l.bucket.Limit()/2))
}

// Passed tells the limiter of an answer that was not a 429.
func (l *Limiter) Passed() {
	l.mu.Lock()
	defer l.mu.Unlock()

	l.good++
	if l.good < recoveryRun || l.bucket.Limit() >= l.ceiling {
		return
	}

	l.good = 0
	l.bucket.SetLimit(min(l.ceiling, l.bucket.Limit()+l.ceiling/recoverySteps))
}

// Stop makes every further request fail with err before it is sent.
func (l *Limiter) Stop(err error) {
	l.mu.Lock()
	defer l.mu.Unlock()

	if l.stopped == nil {
		l.stopped = err
	}
}

// Rate returns the requests per second allowed just now.
func (l *Limiter) Rate() float64 { return float64(l.bucket.Limit()) }

// sleep waits for d or until the context ends.
func sleep(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()

	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return nil
	}
}
