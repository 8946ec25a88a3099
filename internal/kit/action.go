// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package kit

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/action"
	actionschema "github.com/hashicorp/terraform-plugin-framework/action/schema"
	dsschema "github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/tfsdk"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// Deed does what an action is for and returns what was done, in a sentence. m is what the
// configuration says.
type Deed[C any, M any] func(ctx context.Context, c C, m *M) (done string, err error)

// Action is the life of a deed, which is carried out when Terraform invokes it, has no state,
// and is not undone by anything. Terraform knows actions from 1.14 on.
type Action struct {
	base   Base
	schema actionschema.Schema
	model  func() any // a pointer to a new one
	do     func(ctx context.Context, c, m any) (string, error)
}

// NewAction returns an action in a scope, whose attributes it adds to the schema: they may be
// left out, as those of a data source.
func NewAction[C any, M any](o Object, scope Scope[C], s actionschema.Schema, do Deed[C, M]) *Action {
	return newAction(o, scope, entrance(scope), s, func() any { return new(M) },
		func(ctx context.Context, c, m any) (string, error) { return do(ctx, typed[C](c), m.(*M)) }) //nolint:forcetypeassert // made by model
}

func newAction(
	o Object, scope Surroundings, client enter, s actionschema.Schema, model func() any,
	do func(ctx context.Context, c, m any) (string, error),
) *Action {
	for name, a := range scope.DataSourceAttributes() {
		if text, ok := a.(dsschema.StringAttribute); ok {
			s.Attributes[name] = actionschema.StringAttribute{
				MarkdownDescription: text.MarkdownDescription, Optional: true, Validators: text.Validators,
			}
		}
	}

	// The schema of an action says nowhere which Terraform reads it.
	s.MarkdownDescription += " Needs Terraform 1.14 or later; OpenTofu has no actions."

	return &Action{newBase(o, scope, client, nil), s, model, do}
}

// Metadata tells Terraform the action's type.
func (a *Action) Metadata(_ context.Context, _ action.MetadataRequest, resp *action.MetadataResponse) {
	resp.TypeName = a.base.object.Type
}

// Schema tells Terraform the action's attributes.
func (a *Action) Schema(_ context.Context, _ action.SchemaRequest, resp *action.SchemaResponse) {
	resp.Schema = a.schema
}

// ConfigValidators refuses what means nothing in any configuration.
func (a *Action) ConfigValidators(context.Context) []action.ConfigValidator {
	return []action.ConfigValidator{Meaningful{a.base.object.MayBeEmpty}}
}

// Configure keeps what the provider's Configure made.
func (a *Action) Configure(_ context.Context, req action.ConfigureRequest, _ *action.ConfigureResponse) {
	configure(&a.base.data, req.ProviderData)
}

// ModifyPlan looks for the place in the provider's defaults where the configuration names none, and
// shows the deed to the scope, as a resource does: what is refused must be refused before it is
// done, since nothing undoes it.
func (a *Action) ModifyPlan(ctx context.Context, req action.ModifyPlanRequest, resp *action.ModifyPlanResponse) {
	defaults, configured := a.base.scope.Defaults(a.base.data)
	if !configured {
		return
	}

	after := tfsdk.State(req.Config) // same shape; only states can be written to

	for _, key := range a.base.scope.Keys() {
		planDefault(ctx, key.Name, defaults, req.Config, &after, &resp.Diagnostics)
	}

	if resp.Diagnostics.HasError() {
		return
	}

	before := tfsdk.State{Schema: after.Schema, Raw: tftypes.NewValue(after.Raw.Type(), nil)}
	a.base.scope.Planned(ctx, a.base.data, a.base.object, Change{before, after, true}, &resp.Diagnostics)
}

// Places returns the names of the attributes that say where the deed is done.
func (a *Action) Places() []string { return a.base.Places() }

// Invoke carries out the deed, in a place that may be written to, and tells Terraform what was done.
func (a *Action) Invoke(ctx context.Context, req action.InvokeRequest, resp *action.InvokeResponse) {
	ctx, done := rest.Graceful(ctx)
	defer done()

	ctx, warnings := collect(ctx)
	defer warnings.into(&resp.Diagnostics)

	m := a.model()
	resp.Diagnostics.Append(req.Config.Get(ctx, m)...)

	client, keys, ok := a.base.enterToWrite(ctx, &resp.Diagnostics, req.Config.GetAttribute)
	if !ok {
		return
	}

	said, err := a.do(ctx, client, m)
	if err != nil {
		a.base.Report(ctx, &resp.Diagnostics, "Invoke", keys, err)

		return
	}

	resp.SendProgress(action.InvokeProgressEvent{Message: said})
}
