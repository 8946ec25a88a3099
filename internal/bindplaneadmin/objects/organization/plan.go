// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organization

import (
	"context"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin/scope"
)

// ModifyPlan refuses what deletion_policy prevents, says what a creation accepts and which
// deletion may take the credential along, and keeps the secret key known where nothing
// changes it.
func (r *organizationResource) ModifyPlan(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	r.Resource.ModifyPlan(ctx, req, resp)

	scope.PlanDeletion(ctx, "organization", []string{"initial_project_name", "license_type"}, req, resp)

	if client, _, ready := r.Client(ctx, req.State.GetAttribute); ready {
		scope.WarnOfActive(ctx, client, "organization", req, resp)
	}

	switch {
	case resp.Diagnostics.HasError() || req.Plan.Raw.IsNull():
	case req.State.Raw.IsNull():
		r.agree(ctx, resp)
	case len(resp.RequiresReplace) == 0:
		keepSecretKey(ctx, req, resp)
	}
}

// agree says what is accepted in whose name before it is.
func (r *organizationResource) agree(ctx context.Context, resp *resource.ModifyPlanResponse) {
	var (
		name, licence types.String
		accepted      types.Bool
	)

	resp.Diagnostics.Append(resp.Plan.GetAttribute(ctx, path.Root("display_name"), &name)...)
	resp.Diagnostics.Append(resp.Plan.GetAttribute(ctx, path.Root("license_type"), &licence)...)
	resp.Diagnostics.Append(resp.Plan.GetAttribute(ctx, path.Root("accept_eula"), &accepted)...)

	if !accepted.ValueBool() {
		return
	}

	server, under := "the server that the provider speaks to", ""
	if client, _, ready := r.Client(ctx, resp.Plan.GetAttribute); ready {
		server = client.Root()
	}

	if licence.ValueString() != "" {
		under = fmt.Sprintf(" under the licence type %q", licence.ValueString())
	}

	resp.Diagnostics.AddAttributeWarning(path.Root("accept_eula"), "License Agreement Is Accepted", fmt.Sprintf(
		"Whoever applies this plan accepts the end-user license agreement (EULA) of Bindplane at %s for the organization %q%s. It is the one that "+
			"the web interface shows where an organization is made by hand.", server, name.ValueString(), under))
}

// keepSecretKey plans the key that state has, unless it is to leave state or to come into it,
// as after an import.
func keepSecretKey(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	var (
		key         types.String
		before, now types.Bool
	)

	at := path.Root("initial_project_secret_key")
	resp.Diagnostics.Append(req.State.GetAttribute(ctx, at, &key)...)
	resp.Diagnostics.Append(req.State.GetAttribute(ctx, path.Root("secret_key_in_state"), &before)...)
	resp.Diagnostics.Append(resp.Plan.GetAttribute(ctx, path.Root("secret_key_in_state"), &now)...)

	wants := now.IsNull() || now.ValueBool()
	wanted := before.IsNull() || before.ValueBool()

	switch {
	case now.IsUnknown():
	case !wants:
		resp.Diagnostics.Append(resp.Plan.SetAttribute(ctx, at, types.StringNull())...)
	case wanted && !key.IsNull():
		resp.Diagnostics.Append(resp.Plan.SetAttribute(ctx, at, key)...)
	}
}
