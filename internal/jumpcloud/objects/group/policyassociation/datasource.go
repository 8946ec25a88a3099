// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policyassociation

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// NewDataSource returns the data source jumpcloud_policy_association.
func NewDataSource() datasource.DataSource {
	return group.NewEdgeDataSource[model](object, "Asserts that a policy is bound to a target directly: an error where it is not.", map[string]schema.Attribute{
		"policy_id":   tenancy.RequiredID("Policy: ID of the policy, 24 hexadecimal digits."),
		"target_type": group.SoughtTargetType("Type of the target: `system` (a device), `system_group` (a device group), `user` or `user_group`.", group.TargetTypes),
		"target_id":   tenancy.RequiredID("Target: ID of the device, device group, user or user group, 24 hexadecimal digits."),
	})
}

// listModel is everything that a policy acts on.
type listModel struct {
	OrganizationID   types.String   `tfsdk:"organization_id"`
	PolicyID         types.String   `tfsdk:"policy_id"`
	IncludeEffective types.Bool     `tfsdk:"include_effective"`
	Direct           *group.Targets `tfsdk:"direct"`
	Effective        *group.Targets `tfsdk:"effective"`
}

// NewListDataSource returns the data source jumpcloud_policy_associations.
func NewListDataSource() datasource.DataSource {
	attributes := group.BoundAttributes("policy")
	attributes["policy_id"] = tenancy.RequiredID("Policy: ID of the policy, 24 hexadecimal digits.")

	return kit.NewDataSource(kit.Object{Type: "jumpcloud_policy_associations", Title: "Policy Associations"}, tenancy.Tenant{}, schema.Schema{
		MarkdownDescription: "Reads what a policy is bound to and, on demand, everything that it reaches: before a change, to see which " +
			"devices it will touch.",
		Attributes: attributes,
	}, lookAll)
}

func lookAll(ctx context.Context, t *jumpcloud.Tenant, m *listModel) (err error) {
	m.Direct, m.Effective, err = group.Bound(ctx, t, owner(m.PolicyID), m.IncludeEffective)

	return err
}
