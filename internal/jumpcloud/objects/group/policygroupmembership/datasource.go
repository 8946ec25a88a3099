// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policygroupmembership

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework-validators/stringvalidator"
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// NewDataSource returns the data source jumpcloud_policy_group_membership.
func NewDataSource() datasource.DataSource {
	return group.NewEdgeDataSource[model](object, "Asserts that a policy is a direct member of a policy group: an error where it is not.", map[string]schema.Attribute{
		"policy_group_id": tenancy.RequiredID("Policy Group: ID of the policy group, 24 hexadecimal digits."),
		"policy_id":       tenancy.RequiredID("Policy: ID of the policy, 24 hexadecimal digits."),
	})
}

// listModel is the policies of a group, or the groups of a policy.
type listModel struct {
	OrganizationID     types.String `tfsdk:"organization_id"`
	PolicyGroupID      types.String `tfsdk:"policy_group_id"`
	PolicyID           types.String `tfsdk:"policy_id"`
	PolicyIDs          types.List   `tfsdk:"policy_ids"`
	EffectivePolicyIDs types.List   `tfsdk:"effective_policy_ids"`
	PolicyGroupIDs     types.List   `tfsdk:"policy_group_ids"`
}

// NewListDataSource returns the data source jumpcloud_policy_group_memberships.
func NewListDataSource() datasource.DataSource {
	return kit.NewDataSource(kit.Object{
		Type: "jumpcloud_policy_group_memberships", Title: "Policy Group Memberships",
	}, tenancy.Tenant{}, schema.Schema{
		MarkdownDescription: "Reads the policies of a policy group, or the policy groups of a policy.",
		Attributes: map[string]schema.Attribute{
			"policy_group_id": schema.StringAttribute{
				MarkdownDescription: "Policy Group: ID of the policy group whose policies are read. Exactly one of it and `policy_id` is given.",
				Optional:            true,
				Validators: []validator.String{
					stringvalidator.ExactlyOneOf(path.MatchRoot("policy_group_id"), path.MatchRoot("policy_id")), tenancy.ValidID(),
				},
			},
			"policy_id": schema.StringAttribute{
				MarkdownDescription: "Policy: ID of the policy whose groups are read.",
				Optional:            true,
				Validators:          []validator.String{tenancy.ValidID()},
			},
			"policy_ids":           kit.ShownList("IDs of the policies that are direct members of the group, sorted; null without `policy_group_id`."),
			"effective_policy_ids": kit.ShownList("IDs of the policies that the service counts as members through any path, sorted; null without `policy_group_id`."),
			"policy_group_ids":     kit.ShownList("IDs of the policy groups that hold the policy, sorted; null without `policy_id`."),
		},
	}, lookAll)
}

func lookAll(ctx context.Context, t *jumpcloud.Tenant, m *listModel) error {
	m.PolicyIDs, m.EffectivePolicyIDs, m.PolicyGroupIDs = nothing, nothing, nothing

	if id := m.PolicyID.ValueString(); id != "" {
		groups, err := group.Reach(ctx, t, group.Ref{Type: group.Policy, ID: id}, "memberof")
		m.PolicyGroupIDs = kit.StringList(groups)

		return err
	}

	of := group.Ref{Type: group.PolicyGroup, ID: m.PolicyGroupID.ValueString()}

	var err error

	m.PolicyIDs, m.EffectivePolicyIDs, err = group.MemberLists(ctx, t, of)

	return err
}

var nothing = types.ListNull(types.StringType)
