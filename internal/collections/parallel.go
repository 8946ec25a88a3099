// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package collections

import (
	"context"
	"sync"
)

// inFlight is how many calls of one data source may wait for an answer at once: as many as
// Terraform itself has by default. The request rate holds for all of them together.
const inFlight = 10

// Parallel does something for every item, some at a time, and returns what came of each, in
// the items' order. After an error no further item is begun; the first one's is returned.
func Parallel[T, R any](ctx context.Context, items []T, do func(ctx context.Context, item T) (R, error)) ([]R, error) {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)

	var (
		wg      sync.WaitGroup
		results = make([]R, len(items))
		slots   = make(chan struct{}, inFlight)
	)

	for i, item := range items {
		select {
		case slots <- struct{}{}:
		case <-ctx.Done():
		}

		if ctx.Err() != nil {
			break
		}

		wg.Go(func() {
			defer func() { <-slots }()

			result, err := do(ctx, item)
			if err != nil {
				cancel(err)
			}

			results[i] = result
		})
	}

	wg.Wait()

	return results, context.Cause(ctx)
}
