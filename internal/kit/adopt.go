// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package kit

import (
	"context"
	"fmt"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/tfsdk"
	"github.com/hashicorp/terraform-plugin-framework/types"
)

// adopted returns the attributes of [Object.SecretVersions] which an update takes into state
// without sending their secrets: those of an imported object whose state has no version yet.
func (b *Base[C]) adopted(
	ctx context.Context, private privateReader, state, plan func(context.Context, path.Path, any) diag.Diagnostics,
) (names []string, diags diag.Diagnostics) {
	if kept(ctx, private, importedKey) == "" {
		return nil, nil
	}

	for _, name := range b.object.SecretVersions {
		var was, is types.Int64

		diags.Append(state(ctx, path.Root(name), &was)...)
		diags.Append(plan(ctx, path.Root(name), &is)...)

		if was.IsNull() && !is.IsNull() {
			names = append(names, name)
		}
	}

	return names, diags
}

// warnAdopted says of the plan of an imported object which secrets it does not send.
func (b *Base[C]) warnAdopted(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	if req.State.Raw.IsNull() {
		return
	}

	names, diags := b.adopted(ctx, req.Private, req.State.GetAttribute, resp.Plan.GetAttribute)
	resp.Diagnostics.Append(diags...)

	for _, name := range names {
		resp.Diagnostics.AddAttributeWarning(path.Root(name), "Stored Secret Is Kept", fmt.Sprintf(
			"This object was imported, and the service does not show what it holds, so nobody can tell whether %s is something else. "+
				"This update records the version in state and sends nothing.\nTo send it, apply this first, then raise %s and apply again.",
			strings.TrimSuffix(name, version), name))
	}
}

// adopt lets the operations of an update see no change of a secret that is taken into state.
func (b *Base[C]) adopt(ctx context.Context, private privateReader, plan tfsdk.State, prior *tfsdk.State) diag.Diagnostics {
	names, diags := b.adopted(ctx, private, prior.GetAttribute, plan.GetAttribute)

	for _, name := range names {
		var is types.Int64

		diags.Append(plan.GetAttribute(ctx, path.Root(name), &is)...)
		diags.Append(prior.SetAttribute(ctx, path.Root(name), is)...)
	}

	return diags
}
