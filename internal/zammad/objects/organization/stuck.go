// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organization

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/types"
)

// leavesKey is where private state has the name that a destroy would leave taken: Terraform
// plans a replacement a second time, without what there was.
const leavesKey = "leaves"

// refuseStuck refuses to replace an organization that a destroy only deactivates: it keeps
// its name, which the new one could not have.
func refuseStuck(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	if req.Plan.Raw.IsNull() {
		return
	}

	if !req.State.Raw.IsNull() {
		var name, way types.String

		resp.Diagnostics.Append(req.State.GetAttribute(ctx, path.Root("name"), &name)...)
		resp.Diagnostics.Append(req.State.GetAttribute(ctx, path.Root("on_destroy"), &way)...)

		var leaves []byte // nil takes the key out
		if way.ValueString() == onDestroyDeactivate {
			leaves, _ = json.Marshal(name.ValueString()) // a text always can be
		}

		resp.Diagnostics.Append(resp.Private.SetKey(ctx, leavesKey, leaves)...)

		return
	}

	var left string

	raw, diags := req.Private.GetKey(ctx, leavesKey)
	resp.Diagnostics.Append(diags...)

	if len(raw) == 0 || json.Unmarshal(raw, &left) != nil {
		return
	}

	var name types.String

	resp.Diagnostics.Append(resp.Plan.GetAttribute(ctx, path.Root("name"), &name)...)

	if sameKey(left, name.ValueString()) {
		resp.Diagnostics.AddAttributeError(path.Root("on_destroy"), "Name Stays Taken", fmt.Sprintf(
			"This plan replaces the organization %q, and on_destroy = %q leaves the old one in Zammad with its name, which the new one could "+
				"not have then. Give the new one another name, or take on_destroy out, apply, and replace then: the old one is deleted.",
			left, onDestroyDeactivate))
	}
}
