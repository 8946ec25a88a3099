// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policygrouptemplate

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/types"
)

// ModifyPlan asks for policies where a template is to be created. They are optional for
// an import's sake, which cannot know them.
func (r *templateResource) ModifyPlan(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	r.Resource.ModifyPlan(ctx, req, resp)

	if resp.Diagnostics.HasError() || req.Plan.Raw.IsNull() {
		return
	}

	at := path.Root("policy_ids")

	var want, prior types.Set

	resp.Diagnostics.Append(req.Config.GetAttribute(ctx, at, &want)...)

	if !req.State.Raw.IsNull() {
		resp.Diagnostics.Append(req.State.GetAttribute(ctx, at, &prior)...)
	}

	if want.IsNull() && (req.State.Raw.IsNull() || !prior.IsNull()) {
		resp.Diagnostics.AddAttributeError(at, "Missing policy_ids", "A policy group template is made of copies of policies: set policy_ids to "+
			"their ids. Only a template that was imported does without, since the service does not show them.")
	}
}
