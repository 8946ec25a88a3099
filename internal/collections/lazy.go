// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package collections

import (
	"context"

	"golang.org/x/sync/semaphore"
)

// Lazy is a value that is fetched when it is first needed. A failure is not kept.
type Lazy[T any] struct{ of *lazy }

// NewLazy returns a value that nobody has fetched yet.
func NewLazy[T any]() *Lazy[T] { return &Lazy[T]{newLazy()} }

// Get returns the value, fetched by whoever comes first while the others wait.
func (l *Lazy[T]) Get(ctx context.Context, fetch func(context.Context) (T, error)) (T, error) {
	v, err := l.of.get(ctx, func(ctx context.Context) (any, error) { return fetch(ctx) })

	return typed[T](v), err
}

// lazy is a [Lazy] value whose type only those know who ask for it.
type lazy struct {
	lock  *semaphore.Weighted // a mutex could not be given up on
	value *any
}

func newLazy() *lazy { return &lazy{lock: semaphore.NewWeighted(1)} }

func (l *lazy) get(ctx context.Context, fetch func(context.Context) (any, error)) (any, error) {
	if err := l.lock.Acquire(ctx, 1); err != nil {
		return nil, err
	}
	defer l.lock.Release(1)

	if l.value != nil {
		return *l.value, nil
	}

	v, err := fetch(ctx)
	if err != nil {
		return nil, err
	}

	l.value = &v

	return v, nil
}
