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
	known := h.collections().facts.learn(factKey{f, key})
	v, err := known.get(ctx, func(ctx context.Context) (any, error) { return ask(ctx) })

	return typed[T](v), err
}

// Keep is [Fact.Learn] of what the run itself keeps, which cannot fail.
func (f *Fact[T]) Keep(h Holder, key string, fresh func() T) T {
	return typed[T](h.collections().facts.keep(factKey{f, key}, func() any { return fresh() }))
}

// facts are what a client knows. Not a [sync.Map], whose generic code each package would compile
// again that sees a client.
type facts struct {
	mu    sync.Mutex
	known map[factKey]any
}

// or returns what is known, and from now on that is fresh where nothing is.
func (f *facts) or(key factKey, fresh any) any {
	f.mu.Lock()
	defer f.mu.Unlock()

	known, ok := f.known[key]
	if !ok {
		known = fresh
		f.known[key] = fresh
	}

	return known
}

//nolint:forcetypeassert // a fact is either learnt or kept
func (f *facts) learn(key factKey) *lazy { return f.or(key, newLazy()).(*lazy) }

//nolint:forcetypeassert // a fact is either learnt or kept
func (f *facts) keep(key factKey, fresh func() any) any {
	return f.or(key, sync.OnceValue(fresh)).(func() any)()
}
