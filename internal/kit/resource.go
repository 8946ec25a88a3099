// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package kit

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
)

// Operations is all an object has to know how to do. C is the client it speaks to, M its
// HCL model, whose write-only members hold what the configuration says.
//
// Create sets the object's keys on the model as soon as the object exists. It fills in
// what the service's answer tells; what is then still unknown is read by the kernel.
// Update and Read fill in the whole model. An error that matches [rest.ErrNotFound] means
// that the object is gone.
type Operations[C any, M any] interface {
	Create(ctx context.Context, c C, plan *M) error
	Read(ctx context.Context, c C, m *M) error
	Update(ctx context.Context, c C, plan *M, prior M) error
	Delete(ctx context.Context, c C, prior M) error
}

// Fill returns a function that takes the results of a call, as Go lets a call take those of
// another: the error, or an answer with which it fills in a model.
//
//	return kit.Fill(plan.fromAPI)(create(ctx, t, plan.toAPI()))
func Fill[T any](fromAPI func(answer T)) func(answer T, err error) error {
	return func(answer T, err error) error {
		if err == nil {
			fromAPI(answer)
		}

		return err
	}
}

// Resource is the life cycle of an object, the only place where plan, state, diagnostics
// and not-found meet. What an object does differently it shadows. Only what takes or gives a
// client has its type.
type Resource[C any] struct {
	lifeCycle

	of *life
}

// lifeCycle is what every resource shows of its [life]; an object that shadows one of these is
// asked again by the test of all resources. It is an interface because each package compiles anew
// what a generic type takes over from a struct.
type lifeCycle interface {
	resource.ResourceWithConfigure
	resource.ResourceWithConfigValidators
	resource.ResourceWithIdentity
	resource.ResourceWithImportState
	resource.ResourceWithModifyPlan
	resource.ResourceWithMoveState
	Listable
	Placed

	Alone(ctx context.Context, what string, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) bool
	Apart(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse)
	Data() any
	Report(ctx context.Context, diags *diag.Diagnostics, verb string, keys map[string]string, err error)
}

// NewResource returns the life cycle of an object in a scope.
func NewResource[C any, M any](o Object, scope Scope[C], s func() schema.Schema, ops Operations[C, M]) Resource[C] {
	l := newLife(o, scope, entrance(scope), s, untyped(ops))

	return Resource[C]{l, l}
}

// Client returns the client for the object that get reads, at plan. ok is false when the
// place is not known yet or the provider is not configured yet: then nothing can be checked.
func (r *Resource[C]) Client(ctx context.Context, get Getter) (client C, keys map[string]string, ok bool) {
	c, keys, ok := r.of.reach(ctx, get)

	return typed[C](c), keys, ok
}
