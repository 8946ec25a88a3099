// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package kit

import (
	"context"
	"fmt"
	"maps"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/tfsdk"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

// adopted returns the attributes of [Object.Hidden] which an update takes into state and does
// not send: those of an imported object of which state knows none. Where state knows one, an
// update has adopted them, and another one is a change.
func (b *Base) adopted(ctx context.Context, private privateReader, state, plan tftypes.Value) []string {
	if len(b.object.Hidden) == 0 || kept(ctx, private, importedKey) == "" {
		return nil
	}

	var names []string

	was, is := members(state), members(plan)
	for _, name := range b.object.Hidden {
		if !was[name].IsNull() {
			return nil
		}

		if !is[name].IsNull() {
			names = append(names, name)
		}
	}

	return names
}

// warnAdopted says of the plan of an imported object what it does not send.
func (b *Base) warnAdopted(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	if req.State.Raw.IsNull() {
		return
	}

	names := b.adopted(ctx, req.Private, req.State.Raw, resp.Plan.Raw)
	if len(names) == 0 {
		return
	}

	var key string
	if keys := b.object.Keys; len(keys) > 0 {
		key, _ = known(ctx, req.State.GetAttribute, keys[len(keys)-1].Name)
	}

	// Terraform shows one of several warnings of the same summary.
	resp.Diagnostics.AddAttributeWarning(path.Root(names[0]), fmt.Sprintf("Stored Values Are Kept: %q", key), fmt.Sprintf(
		"The object was imported, and an import takes no %s into state, so nobody can tell whether the service holds something else. "+
			"This update records what is configured in state and does not send it.\nTo send it, apply this first, then change it, "+
			"or raise its version, and apply again.", strings.ReplaceAll(strings.Join(names, " and no "), version, writeOnly)))
}

// adopt lets the operations of an update see no change of what is taken into state.
func (b *Base) adopt(ctx context.Context, private privateReader, plan tfsdk.State, prior *tfsdk.State) {
	names := b.adopted(ctx, private, prior.Raw, plan.Raw)
	if len(names) == 0 {
		return
	}

	values, planned := maps.Clone(members(prior.Raw)), members(plan.Raw)
	for _, name := range names {
		values[name] = planned[name]
	}

	prior.Raw = tftypes.NewValue(prior.Raw.Type(), values)
}
