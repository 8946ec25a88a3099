// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package kit

import (
	"context"
	"iter"
	"sync"
)

// ahead does something for every item, n at a time, and yields what came of each with its
// place, in the items' order. Whoever stops early has begun no more than n further items,
// which are told to stop and waited for.
func ahead[T, R any](ctx context.Context, n int, items []T, do func(ctx context.Context, item T) R) iter.Seq2[int, R] {
	return func(yield func(int, R) bool) {
		var group sync.WaitGroup
		defer group.Wait()

		ctx, cancel := context.WithCancel(ctx)
		defer cancel()

		results := make([]chan R, len(items))
		begin := func(i int) {
			if i >= len(items) {
				return
			}

			results[i] = make(chan R, 1)

			group.Go(func() { results[i] <- do(ctx, items[i]) })
		}

		for i := range min(n, len(items)) {
			begin(i)
		}

		for i := range items {
			result := <-results[i]
			results[i] = nil // what was yielded need not be kept

			if !yield(i, result) {
				return
			}

			begin(i + n)
		}
	}
}
