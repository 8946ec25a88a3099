// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package usergroupmembership

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
	return tenancy.RequiredID("User Group: ID of the user group, 24 hexadecimal digits.")
}

// NewDataSource returns the data source jumpcloud_user_group_membership.
func NewDataSource() datasource.DataSource {
	return group.NewEdgeDataSource[model](object, "Asserts that a user is a direct member of a user group: an error where it is not.", map[string]schema.Attribute{
		"user_group_id": groupAttribute(),
		"user_id":       tenancy.RequiredID("User: ID of the user, 24 hexadecimal digits."),
	})
}

// listModel is the users of a group.
type listModel struct {
	OrganizationID   types.String `tfsdk:"organization_id"`
	UserGroupID      types.String `tfsdk:"user_group_id"`
	UserIDs          types.List   `tfsdk:"user_ids"`
	EffectiveUserIDs types.List   `tfsdk:"effective_user_ids"`
}

// NewListDataSource returns the data source jumpcloud_user_group_memberships.
func NewListDataSource() datasource.DataSource {
	return kit.NewDataSource(kit.Object{
		Type: "jumpcloud_user_group_memberships", Title: "User Group Memberships",
	}, tenancy.Tenant{}, schema.Schema{
		MarkdownDescription: "Reads the users of a user group, static or dynamic.",
		Attributes: map[string]schema.Attribute{
			"user_group_id":      groupAttribute(),
			"user_ids":           kit.ShownList("IDs of the users that are direct members of the group, sorted."),
			"effective_user_ids": kit.ShownList("IDs of the users that the service counts as members through any path, sorted."),
		},
	}, lookAll)
}

func lookAll(ctx context.Context, t *jumpcloud.Tenant, m *listModel) (err error) {
	of := group.Ref{Type: group.UserGroup, ID: m.UserGroupID.ValueString()}

	m.UserIDs, m.EffectiveUserIDs, err = group.MemberLists(ctx, t, of)

	return err
}
