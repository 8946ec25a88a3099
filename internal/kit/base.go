// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package kit

import (
	"context"
	"maps"
	"sync"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/identityschema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/tfsdk"
	"github.com/hashicorp/terraform-plugin-framework/types"
)

// Getter is the GetAttribute of a plan, a state, a configuration or an identity.
type Getter func(ctx context.Context, p path.Path, target any) diag.Diagnostics

// Base is what every resource has, whatever its life cycle: name, schema, identity,
// import, and the way to its client. It does not have the type of the client: the code is
// there once for all of them.
type Base struct {
	object Object
	scope  Surroundings
	client enter
	schema func() schema.Schema
	data   any
	names  []*Names[any]
	finder *Finder[any]
}

// NewBase returns the base of an object in a scope, whose attributes it adds to what the
// schema has.
func NewBase[C any](o Object, scope Scope[C], s func() schema.Schema) Base {
	return newBase(o, scope, entrance(scope), s)
}

// newBase has the schema made when it is wanted: the framework makes an object anew for each
// of its requests, and all of them when it starts, but asks few for their schema.
func newBase(o Object, scope Surroundings, client enter, s func() schema.Schema) Base {
	return Base{object: o, scope: scope, client: client, schema: sync.OnceValue(func() schema.Schema {
		whole := s()

		attributes := scope.ResourceAttributes()
		maps.Copy(attributes, whole.Attributes)
		whole.Attributes = attributes

		return whole
	})}
}

// Metadata tells Terraform the object's type.
func (b *Base) Metadata(_ context.Context, _ resource.MetadataRequest, resp *resource.MetadataResponse) {
	b.object.resourceMetadata(resp)
}

// Schema tells Terraform the object's attributes.
func (b *Base) Schema(_ context.Context, _ resource.SchemaRequest, resp *resource.SchemaResponse) {
	resp.Schema = b.schema()
}

// ConfigValidators refuses what means nothing in any configuration.
func (b *Base) ConfigValidators(context.Context) []resource.ConfigValidator {
	return []resource.ConfigValidator{Meaningful{b.object.MayBeEmpty}}
}

// IdentitySchema tells Terraform which attributes identify the object.
func (b *Base) IdentitySchema(_ context.Context, _ resource.IdentitySchemaRequest, resp *resource.IdentitySchemaResponse) {
	resp.IdentitySchema.Attributes = map[string]identityschema.Attribute{}

	for _, key := range b.scope.Keys() {
		resp.IdentitySchema.Attributes[key.Name] = identityschema.StringAttribute{OptionalForImport: true}
	}

	for _, key := range b.object.Keys {
		resp.IdentitySchema.Attributes[key.Name] = identityschema.StringAttribute{RequiredForImport: true}
	}
}

// Configure keeps what the provider's Configure made.
func (b *Base) Configure(_ context.Context, req resource.ConfigureRequest, _ *resource.ConfigureResponse) {
	configure(&b.data, req.ProviderData)
}

// reach returns the client for the object that get reads, at plan; see [Resource.Client].
func (b *Base) reach(ctx context.Context, get Getter) (client any, keys map[string]string, ok bool) {
	if _, configured := b.scope.Defaults(b.data); !configured {
		return client, nil, false
	}

	keys = map[string]string{}

	for _, key := range b.scope.Keys() {
		v, ok := known(ctx, get, key.Name)
		if !ok {
			return client, nil, false
		}

		keys[key.Name] = v
	}

	client, err := b.client(b.data, keys)

	return client, keys, err == nil
}

// Data returns what the provider's Configure made, or nil.
func (b *Base) Data() any { return b.data }

// ModifyPlan puts the provider's defaults where the configuration names no place, and
// shows the plan to the scope. An object with a plan of its own calls it first.
func (b *Base) ModifyPlan(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	if b.needsRefresh(ctx, req, &resp.Diagnostics) {
		return
	}

	defaults, configured := b.scope.Defaults(b.data)
	if !configured {
		return
	}

	if !req.Plan.Raw.IsNull() {
		b.planDefaults(ctx, defaults, req, resp)
	}

	b.planPartial(ctx, req, resp)
	b.warnOfUnknownPlace(ctx, req, resp)

	if !resp.Diagnostics.HasError() {
		b.scope.Planned(ctx, b.data, b.object, Change{Before: req.State, After: tfsdk.State(resp.Plan)}, &resp.Diagnostics)
	}

	if resp.Diagnostics.HasError() {
		return
	}

	if req.Plan.Raw.IsNull() {
		b.planLeaving(ctx, req, resp)

		return
	}

	b.planNames(ctx, req, resp)
	b.warnAdopted(ctx, req, resp)

	resp.Diagnostics.Append(b.keepOwner(ctx, resp.Private, false)...)

	if own, ok := known(ctx, req.State.GetAttribute, "id"); ok {
		resp.Diagnostics.Append(keep(ctx, resp.Private, ownKey, own)...)
	}
}

// Planned returns what a plan makes of an object and what there was, which is the zero model of
// an object that is new. ok is false where a ModifyPlan has nothing to look at: the plan
// destroys the object, or an error was found already.
func Planned[M any](ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) (plan, prior M, ok bool) {
	if resp.Diagnostics.HasError() || req.Plan.Raw.IsNull() {
		return plan, prior, false
	}

	resp.Diagnostics.Append(resp.Plan.Get(ctx, &plan)...)

	if !req.State.Raw.IsNull() {
		resp.Diagnostics.Append(req.State.Get(ctx, &prior)...)
	}

	return plan, prior, !resp.Diagnostics.HasError()
}

// warnOfUnknownPlace says that an object is going to be replaced only because nobody knows
// yet where it lives: what is unknown may be what it was.
func (b *Base) warnOfUnknownPlace(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	if req.State.Raw.IsNull() || req.Plan.Raw.IsNull() {
		return
	}

	for _, key := range b.scope.Keys() {
		var next types.String

		before, ok := known(ctx, req.State.GetAttribute, key.Name)
		if diags := resp.Plan.GetAttribute(ctx, path.Root(key.Name), &next); !ok || diags.HasError() || !next.IsUnknown() {
			continue
		}

		warnOfUnknown(&resp.Diagnostics, key.Name, before, b.nameOf(ctx, req.State.GetAttribute))
	}
}

// nameOf is how a text names an object: by its name, else by its keys.
func (b *Base) nameOf(ctx context.Context, get Getter) string {
	if name, ok := known(ctx, get, "name"); ok {
		return name
	}

	return b.place(ctx, get)
}

func (b *Base) planDefaults(
	ctx context.Context, defaults map[string]string, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse,
) {
	for _, key := range b.scope.Keys() {
		value, put := planDefault(ctx, key.Name, defaults, req.Config, &resp.Plan, &resp.Diagnostics)
		if !put || req.State.Raw.IsNull() {
			continue
		}

		var prior types.String

		at := path.Root(key.Name)
		resp.Diagnostics.Append(req.State.GetAttribute(ctx, at, &prior)...)

		// A state that another provider's resource has handed over may name no place.
		if !prior.IsNull() && prior.ValueString() != value {
			resp.RequiresReplace = append(resp.RequiresReplace, at)
		}
	}
}

// known reads a string attribute and tells whether it is there and known.
func known(ctx context.Context, get Getter, name string) (string, bool) {
	var v types.String

	diags := get(ctx, path.Root(name), &v)

	return v.ValueString(), !diags.HasError() && !v.IsNull() && !v.IsUnknown()
}
