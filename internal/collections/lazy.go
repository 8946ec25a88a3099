// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package collections

import "context"

// Lazy is a value that is fetched when it is first needed. A failure is not kept.
type Lazy[T any] struct {
	lock  chan struct{} // of capacity 1; a mutex could not be given up on
	value *T
}

// NewLazy returns a value that nobody has fetched yet.
func NewLazy[T any]() *Lazy[T] { return &Lazy[T]{lock: make(chan struct{}, 1)} }

// Get returns the value, fetched by whoever comes first while the others wait.
func (l *Lazy[T]) Get(ctx context.Context, fetch func(context.Context) (T, error)) (T, error) {
	select {
	case l.lock <- struct{}{}:
	case <-ctx.Done():
		return *new(T), ctx.Err()
	}
	defer func() { <-l.lock }()

	if l.value != nil {
		return *l.value, nil
	}

	v, err := fetch(ctx)
	if err != nil {
		return *new(T), err
	}

	l.value = &v

	return v, nil
}
