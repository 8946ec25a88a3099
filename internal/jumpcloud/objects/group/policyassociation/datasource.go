// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policyassociation

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// NewDataSource returns the data source jumpcloud_policy_association.
func NewDataSource() datasource.DataSource {
	return kit.NewDataSource(object, tenancy.Tenant{}, schema.Schema{
		MarkdownDescription: "Asserts that a policy is bound to a target directly: an error where it is not.",
		Attributes: map[string]schema.Attribute{
			"policy_id": schema.StringAttribute{
				MarkdownDescription: "Policy: ID of the policy, 24 hexadecimal digits.",
				Required:            true,
				Validators:          []validator.String{tenancy.ValidID()},
			},
			"target_type": schema.StringAttribute{
				MarkdownDescription: "Type of the target: `system` (a device), `system_group` (a device group), `user` or `user_group`.",
				Required:            true,
				Validators:          []validator.String{kit.OneOf("target type", group.TargetTypes...)},
			},
			"target_id": schema.StringAttribute{
				MarkdownDescription: "Target: ID of the device, device group, user or user group, 24 hexadecimal digits.",
				Required:            true,
				Validators:          []validator.String{tenancy.ValidID()},
			},
		},
	}, func(ctx context.Context, t *jumpcloud.Tenant, m *model) error {
		return m.Edges().Find(ctx, t, m.TargetID.ValueString())
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
	return kit.NewDataSource(kit.Object{Type: "jumpcloud_policy_associations", Title: "Policy Associations"}, tenancy.Tenant{}, schema.Schema{
		MarkdownDescription: "Reads what a policy is bound to and, on demand, everything that it reaches: before a change, to see which " +
			"devices it will touch.",
		Attributes: map[string]schema.Attribute{
			"policy_id": schema.StringAttribute{
				MarkdownDescription: "Policy: ID of the policy, 24 hexadecimal digits.",
				Required:            true,
				Validators:          []validator.String{tenancy.ValidID()},
			},
			"include_effective": schema.BoolAttribute{
				MarkdownDescription: "Whether to read `effective` as well, which costs at least four calls more. Defaults to false.",
				Optional:            true,
			},
			"direct":    group.TargetsAttribute("Targets that the policy is bound to directly."),
			"effective": group.TargetsAttribute("Targets that it reaches through any path; null unless `include_effective`."),
		},
	}, lookAll)
}

func lookAll(ctx context.Context, t *jumpcloud.Tenant, m *listModel) error {
	of := owner(m.PolicyID)

	direct, err := group.Associated(ctx, t, of)
	if err != nil {
		return err
	}

	m.Direct = direct

	if m.IncludeEffective.ValueBool() {
		m.Effective, err = group.Effective(ctx, t, of)
	}

	return err
}
