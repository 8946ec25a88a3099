// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package proof

import (
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// TestDisorder: a seed has another order, which is its own, and nothing is left out.
func TestDisorder(t *testing.T) {
	order := func(seed string) []string {
		t.Setenv(orderVariable, seed)

		var (
			begun []string
			mu    sync.Mutex
			nodes []*node
		)

		for i := range 20 {
			name := strconv.Itoa(10 + i)
			nodes = append(nodes, &node{name: name, do: func() Diagnostics {
				mu.Lock()
				defer mu.Unlock()

				begun = append(begun, name)

				return nil
			}})
		}

		newRun(&Core{t: t, Parallelism: 1}, nil).walk(nodes)

		return begun
	}

	plain, one, again, two := order(""), order("1"), order("1"), order("2")

	if !slices.IsSorted(plain) || !slices.Equal(one, again) || slices.Equal(one, two) || slices.IsSorted(one) {
		t.Errorf("as written %v, by seeds %v, %v, %v", plain, one, again, two)
	}

	slices.Sort(one)

	if !slices.Equal(one, plain) {
		t.Errorf("by a seed: %s", strings.Join(one, " "))
	}
}
