// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package systemgroupassociation

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

// NewDataSource returns the data source jumpcloud_system_group_association.
func NewDataSource() datasource.DataSource {
	return group.NewEdgeDataSource[model](object, "Asserts that a device group (system group) is bound to a target directly: an error where it is not.", map[string]schema.Attribute{
		"system_group_id": groupAttribute(),
		"target_type":     group.SoughtTargetType("Type of the target: "+targetTypes, group.SystemGroupTargetTypes),
		"target_id":       tenancy.RequiredID("Target: ID of the object of that type, 24 hexadecimal digits."),
	})
}

// listModel is everything that a device group is bound to.
type listModel struct {
	OrganizationID  types.String `tfsdk:"organization_id"`
	SystemGroupID   types.String `tfsdk:"system_group_id"`
	CommandIDs      types.List   `tfsdk:"command_ids"`
	PolicyIDs       types.List   `tfsdk:"policy_ids"`
	PolicyGroupIDs  types.List   `tfsdk:"policy_group_ids"`
	RADIUSServerIDs types.List   `tfsdk:"radius_server_ids"`
	UserIDs         types.List   `tfsdk:"user_ids"`
	UserGroupIDs    types.List   `tfsdk:"user_group_ids"`
}

// NewListDataSource returns the data source jumpcloud_system_group_associations.
func NewListDataSource() datasource.DataSource {
	list := func(of string) schema.Attribute {
		return kit.ShownList("IDs of the " + of + " that the group is bound to directly, sorted.")
	}

	return kit.NewDataSource(kit.Object{Type: "jumpcloud_system_group_associations", Title: "System Group Associations"}, tenancy.Tenant{}, schema.Schema{
		MarkdownDescription: "Reads what a device group (system group) is bound to directly, of every type. What acts on it through any path " +
			"is in `effective_policy_ids` and `effective_policy_group_ids` of the data source `jumpcloud_system_group`.",
		Attributes: map[string]schema.Attribute{
			"system_group_id":   groupAttribute(),
			"command_ids":       list("commands"),
			"policy_ids":        list("policies"),
			"policy_group_ids":  list("policy groups"),
			"radius_server_ids": list("RADIUS servers"),
			"user_ids":          list("users"),
			"user_group_ids":    list("user groups"),
		},
	}, lookAll)
}

func lookAll(ctx context.Context, t *jumpcloud.Tenant, m *listModel) error {
	ids, err := group.AssociationsByType(ctx, t, owner(m.SystemGroupID), group.SystemGroupTargetTypes...)
	if err != nil {
		return err
	}

	m.CommandIDs, m.RADIUSServerIDs = ids[group.Command], ids[group.RADIUSServer]
	m.PolicyIDs, m.PolicyGroupIDs = ids[group.Policy], ids[group.PolicyGroup]
	m.UserIDs, m.UserGroupIDs = ids[group.User], ids[group.UserGroup]

	return nil
}
