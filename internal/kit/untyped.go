// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package kit

import "context"

// anyOperations are [Operations] on pointers to models whose type only they know.
type anyOperations[C any] interface {
	model() any
	create(ctx context.Context, c C, plan any) error
	read(ctx context.Context, c C, m any) error
	update(ctx context.Context, c C, plan, prior any) error
	delete(ctx context.Context, c C, prior any) error
}

type untyped[C any, M any] struct{ of Operations[C, M] }

func (u untyped[C, M]) model() any { return new(M) }

func (u untyped[C, M]) create(ctx context.Context, c C, plan any) error {
	return u.of.Create(ctx, c, plan.(*M)) //nolint:forcetypeassert // made by model
}

func (u untyped[C, M]) read(ctx context.Context, c C, m any) error {
	return u.of.Read(ctx, c, m.(*M)) //nolint:forcetypeassert // made by model
}

func (u untyped[C, M]) update(ctx context.Context, c C, plan, prior any) error {
	return u.of.Update(ctx, c, plan.(*M), *prior.(*M)) //nolint:forcetypeassert // made by model
}

func (u untyped[C, M]) delete(ctx context.Context, c C, prior any) error {
	return u.of.Delete(ctx, c, *prior.(*M)) //nolint:forcetypeassert // made by model
}
