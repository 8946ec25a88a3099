// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package rest

import (
	"context"
	"sync"
	"time"
)

// operation is what belongs together when a run is interrupted: the requests that create,
// change or delete one object.
type operation struct {
	parent context.Context //nolint:containedctx // whose end is the interruption
	cancel context.CancelFunc

	mu       sync.Mutex
	inFlight int           // writes on their way
	written  bool          // a write has happened, or may have
	bound    time.Duration // how long what was begun may take after an interruption
	stopped  bool          // the run was interrupted
	timer    *time.Timer
}

type operationKey struct{}

// Graceful begins an operation. When ctx ends before the operation's first write has been
// sent, the operation ends at once. After that it goes on, with its further writes,
// look-ups and reads, for as long as one try of a request may take: what the service has
// begun must not be forgotten half-way. The returned context must be used for all of it,
// and done be called at its end. Within an operation, Graceful begins no other.
func Graceful(ctx context.Context) (operating context.Context, done func()) {
	if ctx.Value(operationKey{}) != nil {
		return ctx, func() {}
	}

	o := &operation{parent: ctx}
	operating, o.cancel = context.WithCancel(context.WithValue(context.WithoutCancel(ctx), operationKey{}, o))
	unhook := context.AfterFunc(ctx, o.interrupt)

	return operating, func() {
		unhook()
		o.cancel()

		o.mu.Lock()
		defer o.mu.Unlock()

		if o.timer != nil {
			o.timer.Stop()
		}
	}
}

// Detach returns ctx with its values, but without its end and its operation: for what several
// operations share, which must not end with the first of them.
func Detach(ctx context.Context) context.Context {
	return context.WithValue(context.WithoutCancel(ctx), operationKey{}, nil)
}

// Interrupted tells whether the run that the operation of ctx belongs to was interrupted:
// what can be left undone is not begun then.
func Interrupted(ctx context.Context) bool {
	o, ok := ctx.Value(operationKey{}).(*operation)

	return ctx.Err() != nil || ok && o.parent.Err() != nil
}

// Wrote tells whether a write of the operation that ctx belongs to has happened, or may have:
// all but a clean refusal.
func Wrote(ctx context.Context) bool {
	o, ok := ctx.Value(operationKey{}).(*operation)
	if !ok {
		return false
	}

	o.mu.Lock()
	defer o.mu.Unlock()

	return o.written
}

func (o *operation) interrupt() {
	o.mu.Lock()
	defer o.mu.Unlock()

	o.stopped = true

	if o.inFlight == 0 && !o.written {
		o.cancel()

		return
	}

	o.timer = time.AfterFunc(o.bound, o.cancel)
}

// begin tells whether a write may be sent; end must follow.
func (o *operation) begin(timeout time.Duration) bool {
	o.mu.Lock()
	defer o.mu.Unlock()

	if o.inFlight == 0 && !o.written && o.parent.Err() != nil {
		o.cancel()

		return false
	}

	o.inFlight++
	o.bound = max(o.bound, timeout)

	return true
}

// end takes note of what became of a write. One that has certainly done nothing leaves
// the operation as free to end as it was before.
func (o *operation) end(happened bool) {
	o.mu.Lock()
	defer o.mu.Unlock()

	o.inFlight--
	o.written = o.written || happened

	if o.stopped && o.inFlight == 0 && !o.written {
		o.cancel()
	}
}
