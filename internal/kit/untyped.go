// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package kit

import "context"

// The life cycles do not have the types of clients and models, of which a program has many: so
// their code is there once, and not again in each package that uses it.

// enter is the Enter of a [Scope] whose client only it knows.
type enter func(data any, keys map[string]string) (client any, err error)

func entrance[C any](scope Scope[C]) enter {
	return func(data any, keys map[string]string) (any, error) { return scope.Enter(data, keys) }
}

// typed is a client, or the zero value where there is none.
func typed[C any](client any) C {
	c, _ := client.(C)

	return c
}

// anyOperations are [Operations] of a client, and on pointers to models, whose types only they know.
type anyOperations struct {
	model  func() any
	create func(ctx context.Context, c, plan any) error
	read   func(ctx context.Context, c, m any) error
	update func(ctx context.Context, c, plan, prior any) error
	delete func(ctx context.Context, c, prior any) error
}

//nolint:forcetypeassert // made by model
func untyped[C any, M any](of Operations[C, M]) anyOperations {
	return anyOperations{
		model:  func() any { return new(M) },
		create: func(ctx context.Context, c, plan any) error { return of.Create(ctx, typed[C](c), plan.(*M)) },
		read:   func(ctx context.Context, c, m any) error { return of.Read(ctx, typed[C](c), m.(*M)) },
		update: func(ctx context.Context, c, plan, prior any) error {
			return of.Update(ctx, typed[C](c), plan.(*M), *prior.(*M))
		},
		delete: func(ctx context.Context, c, prior any) error { return of.Delete(ctx, typed[C](c), *prior.(*M)) },
	}
}
