// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package systemgroupmembership

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

func groupAttribute() schema.Attribute {
	return tenancy.RequiredID("Device Group: ID of the device group, 24 hexadecimal digits.")
}

// NewDataSource returns the data source jumpcloud_system_group_membership.
func NewDataSource() datasource.DataSource {
	return group.NewEdgeDataSource[model](object, "Asserts that a device is a direct member of a device group (system group): an error where it is not.", map[string]schema.Attribute{
		"system_group_id": groupAttribute(),
		"system_id":       tenancy.RequiredID("Device: ID of the device (system), 24 hexadecimal digits."),
	})
}

// listModel is the devices of a group.
type listModel struct {
	OrganizationID     types.String `tfsdk:"organization_id"`
	SystemGroupID      types.String `tfsdk:"system_group_id"`
	SystemIDs          types.List   `tfsdk:"system_ids"`
	EffectiveSystemIDs types.List   `tfsdk:"effective_system_ids"`
}

// NewListDataSource returns the data source jumpcloud_system_group_memberships.
func NewListDataSource() datasource.DataSource {
	return kit.NewDataSource(kit.Object{
		Type: "jumpcloud_system_group_memberships", Title: "System Group Memberships",
	}, tenancy.Tenant{}, schema.Schema{
		MarkdownDescription: "Reads the devices of a device group (system group), static or dynamic.",
		Attributes: map[string]schema.Attribute{
			"system_group_id":      groupAttribute(),
			"system_ids":           kit.ShownList("IDs of the devices that are direct members of the group, sorted."),
			"effective_system_ids": kit.ShownList("IDs of the devices that the service counts as members through any path, sorted."),
		},
	}, lookAll)
}

func lookAll(ctx context.Context, t *jumpcloud.Tenant, m *listModel) (err error) {
	of := group.Ref{Type: group.SystemGroup, ID: m.SystemGroupID.ValueString()}

	m.SystemIDs, m.EffectiveSystemIDs, err = group.MemberLists(ctx, t, of)

	return err
}
