// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policygroup

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// dataModel is a policy group as the data source shows it.
type dataModel struct {
	OrganizationID types.String `tfsdk:"organization_id"`
	ID             types.String `tfsdk:"id"`
	Name           types.String `tfsdk:"name"`
	Description    types.String `tfsdk:"description"`
	PolicyIDs      types.List   `tfsdk:"policy_ids"`
	SystemGroupIDs types.List   `tfsdk:"system_group_ids"`
	Owner          types.String `tfsdk:"owner_organization_id"`
}

// NewDataSource returns the data source jumpcloud_policy_group.
func NewDataSource() datasource.DataSource {
	return kit.NewDataSource(object, tenancy.Tenant{}, schema.Schema{
		MarkdownDescription: "Reads one policy group, by `id` or by exact `name`, with its policies and the device groups that it is bound to. " +
			"For all its targets, those through groups included, see `jumpcloud_policy_group_associations`.",
		Attributes: map[string]schema.Attribute{
			"id":          tenancy.IDOr("name", "policy group"),
			"name":        kit.Sought("Policy Group Name."),
			"description": schema.StringAttribute{MarkdownDescription: "Description.", Computed: true},

			"owner_organization_id": group.OwnerAttribute(),

			"policy_ids":       kit.ShownList("Policies: IDs of the policies in the group, sorted."),
			"system_group_ids": kit.ShownList("Device Groups: IDs of the device groups that the policies act on, sorted."),
		},
	}, lookOne)
}

func lookOne(ctx context.Context, t *jumpcloud.Tenant, m *dataModel) error {
	r, err := group.Resolve(ctx, t, group.PolicyGroup, m.ID, m.Name)
	if err != nil {
		return err
	}

	g, err := collections.Lookup(ctx, group.Groups(t, group.PolicyGroup), r.ID)
	if err != nil {
		return err
	}

	m.ID, m.Name, m.Description = types.StringValue(g.ID), types.StringValue(g.Name), types.StringValue(g.Description)
	m.Owner = group.Owner(g)

	members, err := policies(m.ID).Edges.Now(ctx, t)
	if err != nil {
		return err
	}

	bound, err := systemGroups(m.ID).Edges.Now(ctx, t)
	if err != nil {
		return err
	}

	m.PolicyIDs, m.SystemGroupIDs = kit.StringList(members), kit.StringList(bound)

	return nil
}
