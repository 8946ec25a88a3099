// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package usergroup

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group"
)

// users are the members of the group, as far as user_ids decides over them.
func users(id string) group.Set {
	return group.Set{Attribute: "user_ids", Edges: group.Members(group.Ref{Type: group.UserGroup, ID: id})}
}

// membersFromAPI takes over how the group gets its members, where that is managed, or all of it.
func (m *model) membersFromAPI(ctx context.Context, g group.Whole, all bool) error {
	if all || !m.MemberSuggestionsNotify.IsNull() {
		m.MemberSuggestionsNotify = types.BoolValue(g.MemberSuggestionsNotify)
	}

	if all || !m.MembershipMethod.IsNull() {
		return m.FromAPI(ctx, g)
	}

	m.MemberQueryExemptions = group.NoExemptions()

	return nil
}

// ValidateConfig checks that a query stands where members are computed, and a set of members
// where they are not.
func (r *userGroupResource) ValidateConfig(ctx context.Context, req resource.ValidateConfigRequest, resp *resource.ValidateConfigResponse) {
	group.ValidateQuery(ctx, req.Config, &resp.Diagnostics)

	var (
		method types.String
		ids    types.Set
	)

	resp.Diagnostics.Append(req.Config.GetAttribute(ctx, path.Root("membership_method"), &method)...)
	resp.Diagnostics.Append(req.Config.GetAttribute(ctx, path.Root("user_ids"), &ids)...)

	if method.ValueString() == group.Automated && !ids.IsNull() {
		resp.Diagnostics.AddAttributeError(path.Root("user_ids"), "Members of a Dynamic Group",
			"The members of a group whose membership_method is "+group.Automated+" come from its member_query. Leave user_ids out, or make the "+
				"group "+group.Static+".")
	}
}

// planMembers checks the exemptions of the query, and the set of members.
func planMembers(ctx context.Context, t *jumpcloud.Tenant, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	group.PlanExemptions(ctx, t, group.User, req.State, resp)

	var (
		id          types.String
		want, prior types.Set
		at          = path.Root("user_ids")
	)

	resp.Diagnostics.Append(resp.Plan.GetAttribute(ctx, path.Root("id"), &id)...)
	resp.Diagnostics.Append(resp.Plan.GetAttribute(ctx, at, &want)...)

	if !req.State.Raw.IsNull() {
		resp.Diagnostics.Append(req.State.GetAttribute(ctx, at, &prior)...)
	}

	if resp.Diagnostics.HasError() {
		return
	}

	users(id.ValueString()).Plan(ctx, t, want, prior, &resp.Diagnostics)

	if !want.IsNull() && !want.Equal(prior) {
		group.WarnOfQuery(ctx, t, ref(id), at, &resp.Diagnostics)
	}
}
