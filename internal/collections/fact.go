// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package collections

import (
	"context"
	"sync"
)

// Fact is something that one run finds out about the service, or keeps for itself, at most
// once for each key. It is declared as a package variable, which is its name.
type Fact[T any] struct{ _ byte } // of some size: the address tells facts from each other

// NewFact returns a fact that no run knows yet.
func NewFact[T any]() *Fact[T] { return &Fact[T]{} }

// factKey names what is known.
type factKey struct {
	fact any
	key  string
}

// Learn returns what the client knows, and asks where it knows nothing. It is kept as long
// as the client lives, whatever is written; a failure is not kept.
func (f *Fact[T]) Learn(ctx context.Context, h Holder, key string, ask func(context.Context) (T, error)) (T, error) {
	known, _ := h.collections().facts.LoadOrStore(factKey{f, key}, NewLazy[T]())

	return known.(*Lazy[T]).Get(ctx, ask) //nolint:forcetypeassert // the key holds the type
}

// Keep is [Fact.Learn] of what the run itself keeps, which cannot fail.
func (f *Fact[T]) Keep(h Holder, key string, fresh func() T) T {
	kept, _ := h.collections().facts.LoadOrStore(factKey{f, key}, sync.OnceValue(fresh))

	return kept.(func() T)() //nolint:forcetypeassert // the key holds the type
}
