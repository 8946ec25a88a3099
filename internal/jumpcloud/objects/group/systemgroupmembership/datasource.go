// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package systemgroupmembership

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

func groupAttribute() schema.Attribute {
	return schema.StringAttribute{
		MarkdownDescription: "Device Group: ID of the device group, 24 hexadecimal digits.",
		Required:            true,
		Validators:          []validator.String{tenancy.ValidID()},
	}
}

// NewDataSource returns the data source jumpcloud_system_group_membership.
func NewDataSource() datasource.DataSource {
	return kit.NewDataSource(object, tenancy.Tenant{}, schema.Schema{
		MarkdownDescription: "Asserts that a device is a direct member of a device group (system group): an error where it is not.",
		Attributes: map[string]schema.Attribute{
			"system_group_id": groupAttribute(),
			"system_id": schema.StringAttribute{
				MarkdownDescription: "Device: ID of the device (system), 24 hexadecimal digits.",
				Required:            true,
				Validators:          []validator.String{tenancy.ValidID()},
			},
		},
	}, func(ctx context.Context, t *jumpcloud.Tenant, m *model) error {
		return m.Edges().Find(ctx, t, m.SystemID.ValueString())
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
	list := func(description string) schema.Attribute {
		return schema.ListAttribute{MarkdownDescription: description, ElementType: types.StringType, Computed: true}
	}

	return kit.NewDataSource(kit.Object{
		Type: "jumpcloud_system_group_memberships", Title: "System Group Memberships",
	}, tenancy.Tenant{}, schema.Schema{
		MarkdownDescription: "Reads the devices of a device group (system group), static or dynamic.",
		Attributes: map[string]schema.Attribute{
			"system_group_id":      groupAttribute(),
			"system_ids":           list("IDs of the devices that are direct members of the group, sorted."),
			"effective_system_ids": list("IDs of the devices that the service counts as members through any path, sorted."),
		},
	}, lookAll)
}

func lookAll(ctx context.Context, t *jumpcloud.Tenant, m *listModel) error {
	of := group.Ref{Type: group.SystemGroup, ID: m.SystemGroupID.ValueString()}

	direct, err := group.Members(of).Now(ctx, t)
	if err != nil {
		return err
	}

	effective, err := group.Reach(ctx, t, of, "membership")
	m.SystemIDs, m.EffectiveSystemIDs = kit.StringList(direct), kit.StringList(effective)

	return err
}
