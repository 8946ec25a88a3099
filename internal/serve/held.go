// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package serve

import (
	"context"
	"sync/atomic"
	"time"
)

// held is a context that can let its parent go. Who keeps it afterwards keeps only the
// channel that says that the call is over.
type held struct {
	parent atomic.Pointer[context.Context]
	done   <-chan struct{}
}

func hold(ctx context.Context) *held {
	h := &held{done: ctx.Done()}
	h.parent.Store(&ctx)

	return h
}

func (h *held) letGo() { h.parent.Store(nil) }

// Deadline is the parent's.
func (h *held) Deadline() (time.Time, bool) {
	if p := h.parent.Load(); p != nil {
		return (*p).Deadline()
	}

	return time.Time{}, false
}

// Done is the parent's.
func (h *held) Done() <-chan struct{} { return h.done }

// Err is the parent's; after it was let go, whether it has ended.
func (h *held) Err() error {
	if p := h.parent.Load(); p != nil {
		return (*p).Err()
	}

	select {
	case <-h.done:
		return context.Canceled
	default:
		return nil
	}
}

// Value is the parent's.
func (h *held) Value(key any) any {
	if p := h.parent.Load(); p != nil {
		return (*p).Value(key)
	}

	return nil
}
