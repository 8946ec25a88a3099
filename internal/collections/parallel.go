// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package collections

import (
	"context"

	"golang.org/x/sync/errgroup"
)

// inFlight is how many calls of one data source may wait for an answer at once: as many as
// Terraform itself has by default. The request rate holds for all of them together.
const inFlight = 10

// Parallel does something for every item, some at a time, and returns what came of each, in
// the items' order. After an error no further item is begun; the first one's is returned.
func Parallel[T, R any](ctx context.Context, items []T, do func(ctx context.Context, item T) (R, error)) ([]R, error) {
	results := make([]R, len(items))

	group, inner := errgroup.WithContext(ctx)
	group.SetLimit(inFlight)

	for i, item := range items {
		group.Go(func() error {
			if err := inner.Err(); err != nil {
				return err
			}

			result, err := do(inner, item)
			results[i] = result

			return err
		})
	}

	return results, group.Wait()
}
