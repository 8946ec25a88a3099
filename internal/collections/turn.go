// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package collections

import (
	"context"

	"golang.org/x/sync/semaphore"
)

var turns = NewFact[*semaphore.Weighted]() // not mutexes, which could not be given up on

// Turn waits until nobody else of the run has the turn at what is named, and takes it until end
// is called. The error is that of ctx.
func Turn(ctx context.Context, h Holder, what string) (end func(), err error) {
	turn := turns.Keep(h, what, func() *semaphore.Weighted { return semaphore.NewWeighted(1) })

	if err := turn.Acquire(ctx, 1); err != nil {
		return nil, err
	}

	return func() { turn.Release(1) }, nil
}
