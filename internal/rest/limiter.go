// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package rest

import (
	"context"
	"sync"
	"time"

	"golang.org/x/sync/semaphore"
)

// late is the most of a timer's delay that is made up for.
const late = 5 * time.Millisecond

// Limiter paces all requests of one credential: evenly, at the rate that the service
// takes, and never above its ceiling.
type Limiter struct {
	turn *semaphore.Weighted // who holds it sends next

	mu          sync.Mutex
	pace        *pace
	last        time.Time // when the last request went
	pausedUntil time.Time
	stopped     error
}

// NewLimiter returns a limiter of requestsPerSecond at the most. Requests are spaced
// evenly: a burst would exceed the ceiling in its first second.
func NewLimiter(requestsPerSecond float64) *Limiter {
	return &Limiter{turn: semaphore.NewWeighted(1), pace: newPace(requestsPerSecond)}
}

// Wait blocks until the next request may go, and returns how long that took. It returns
// an error when the context ends or [Limiter.Stop] was called.
func (l *Limiter) Wait(ctx context.Context) (time.Duration, error) {
	start := time.Now()

	if err := ctx.Err(); err != nil {
		return 0, err // a turn that is free now is not for what has ended
	}

	if err := l.turn.Acquire(ctx, 1); err != nil {
		return time.Since(start), err
	}
	defer l.turn.Release(1)

	var due time.Time

	for {
		next, err := l.take(time.Now(), due)
		if err != nil || next.IsZero() {
			return time.Since(start), err
		}

		// The rate may be another, or all be stopped, when this is over.
		if err := sleep(ctx, time.Until(next)); err != nil {
			return time.Since(start), err
		}

		due = next
	}
}

// take lets a request go, or returns when it may. due is when the request was told before:
// the next makes up for the delay of its timer.
func (l *Limiter) take(now, due time.Time) (time.Time, error) {
	l.mu.Lock()
	defer l.mu.Unlock()

	if l.stopped != nil {
		return time.Time{}, l.stopped
	}

	next := l.pausedUntil

	if !l.last.IsZero() {
		spaced := l.last.Add(time.Duration(float64(time.Second) / l.pace.rate))
		if spaced.After(next) {
			next = spaced
		}
	}

	if now.Before(next) {
		return next, nil
	}

	l.last = now
	if due.Equal(next) && now.Sub(next) < late {
		l.last = next
	}

	return time.Time{}, nil
}

// Throttled tells the limiter of a 429 to a request sent at sent. after is the service's
// Retry-After, or 0.
func (l *Limiter) Throttled(sent time.Time, after time.Duration) {
	l.mu.Lock()
	defer l.mu.Unlock()

	now := time.Now()
	if until := now.Add(l.pace.refused(now, sent, after)); until.After(l.pausedUntil) {
		l.pausedUntil = until
	}
}

// Passed tells the limiter of an answer that was not a 429.
func (l *Limiter) Passed() {
	l.mu.Lock()
	defer l.mu.Unlock()

	l.pace.passed(time.Now())
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
func (l *Limiter) Rate() float64 {
	l.mu.Lock()
	defer l.mu.Unlock()

	return l.pace.rate
}

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
