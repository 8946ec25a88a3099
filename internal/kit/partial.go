// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package kit

import (
	"context"
	"maps"
	"slices"

	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/tfsdk"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

// partial tells whether a configuration may leave out what then is not managed.
func (b *Base) partial() bool { return b.object.Partial || len(b.object.Unmanaged) > 0 }

// planPartial plans what the configuration of an object that is [Object.Partial], or has what
// is [Object.Unmanaged], leaves out:
// what an import has read stays in state, so that its first plan is empty; what was once
// configured leaves it.
func (b *Base) planPartial(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	if !b.partial() || req.Plan.Raw.IsNull() {
		return
	}

	rest := tftypes.NewValue(req.Plan.Raw.Type(), nil)
	if kept(ctx, req.Private, importedKey) != "" {
		rest = req.State.Raw
	}

	planned := b.merge(req.Config, resp.Plan.Raw, rest)

	// Nothing changes what only state knows where nothing else changes.
	if !req.State.Raw.IsNull() {
		values, prior := maps.Clone(members(planned)), members(req.State.Raw)
		for _, name := range b.object.Remembers {
			values[name] = prior[name]
		}

		if same := tftypes.NewValue(planned.Type(), values); same.Equal(req.State.Raw) {
			planned = same
		}
	}

	resp.Plan.Raw = planned
}

// configured is a plan without what the configuration of a partial object leaves out.
func (b *Base) configured(config tfsdk.Config, plan *tfsdk.State) {
	if b.partial() {
		plan.Raw = b.merge(config, plan.Raw, tftypes.NewValue(plan.Raw.Type(), nil))
	}
}

// unconfigured gives the state of a partial object what was planned of what its
// configuration leaves out.
func (b *Base) unconfigured(config tfsdk.Config, planned tftypes.Value, state *tfsdk.State) {
	if b.partial() && !state.Raw.IsNull() {
		state.Raw = b.merge(config, state.Raw, planned)
	}
}

// merge takes what is configured from over, and the rest from under, but for what is never
// left out: keys, what has a default, and what only state knows.
func (b *Base) merge(config tfsdk.Config, over, under tftypes.Value) tftypes.Value {
	values, configured, left := maps.Clone(members(over)), members(config.Raw), members(under)

	for name, v := range values {
		if !b.always(name) {
			values[name] = merge(configured[name], v, left[name])
		}
	}

	return tftypes.NewValue(over.Type(), values)
}

func (b *Base) always(name string) bool {
	if !b.object.Partial {
		return !slices.Contains(b.object.Unmanaged, name)
	}

	is := func(k Key) bool { return k.Name == name }
	text, ok := b.schema().Attributes[name].(schema.StringAttribute)

	return slices.ContainsFunc(b.scope.Keys(), is) || slices.ContainsFunc(b.object.Keys, is) ||
		slices.Contains(b.object.Remembers, name) || ok && text.Default != nil
}

func merge(config, over, under tftypes.Value) tftypes.Value {
	switch {
	case config.IsNull() && under.Type() == nil:
		return tftypes.NewValue(over.Type(), nil)
	case config.IsNull():
		return under
	case !config.IsKnown() || !over.IsKnown() || over.IsNull() || !over.Type().Is(tftypes.Object{}):
		return over
	}

	values, configured, left := maps.Clone(members(over)), members(config), members(under)
	for name, v := range values {
		values[name] = merge(configured[name], v, left[name])
	}

	return tftypes.NewValue(over.Type(), values)
}
