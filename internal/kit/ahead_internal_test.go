// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package kit

import (
	"context"
	"slices"
	"sync/atomic"
	"testing"
)

// What is begun ahead is told to stop when nobody wants it any more, and has ended by then.
func TestAheadStops(t *testing.T) {
	t.Parallel()

	var begun, ended atomic.Int32

	for i, item := range ahead(t.Context(), 3, []string{"a", "b", "c", "d", "e"}, func(ctx context.Context, item string) string {
		begun.Add(1)
		defer ended.Add(1)

		if item != "a" {
			<-ctx.Done()
		}

		return item
	}) {
		if i != 0 || item != "a" {
			t.Errorf("%d is %q", i, item)
		}

		break
	}

	if begun.Load() != 3 || ended.Load() != 3 {
		t.Errorf("%d begun, %d ended", begun.Load(), ended.Load())
	}
}

// Each item is done once, and what came of it has its place, however many are done at a time.
func TestAheadKeepsTheOrder(t *testing.T) {
	t.Parallel()

	items := []int{5, 4, 3, 2, 1}

	for n := 1; n <= len(items)+1; n++ {
		var got []int

		for i, double := range ahead(t.Context(), n, items, func(_ context.Context, item int) int { return 2 * item }) {
			if i != len(got) {
				t.Errorf("%d at a time: %d comes at %d", n, i, len(got))
			}

			got = append(got, double)
		}

		if !slices.Equal(got, []int{10, 8, 6, 4, 2}) {
			t.Errorf("%d at a time: %v", n, got)
		}
	}
}
