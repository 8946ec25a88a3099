// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package groups

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// listModel is the groups of an organization.
type listModel struct {
	OrganizationID types.String `tfsdk:"organization_id"`
	Type           types.String `tfsdk:"type"`
	Groups         []item       `tfsdk:"groups"`
}

type item struct {
	ID          types.String `tfsdk:"id"`
	Type        types.String `tfsdk:"type"`
	Name        types.String `tfsdk:"name"`
	Description types.String `tfsdk:"description"`
	Email       types.String `tfsdk:"email"`
}

// NewListDataSource returns the data source jumpcloud_groups.
func NewListDataSource() datasource.DataSource {
	const typeNames = "`policy_group` (a policy group), `system_group` (a device group) or `user_group` (a user group)"

	return kit.NewDataSource(kit.Object{Type: "jumpcloud_groups", Title: "Groups"}, tenancy.Tenant{}, schema.Schema{
		MarkdownDescription: "Reads the groups of an organization, those of all types from one list. For IDs by name, which are unique within " +
			"one type only, use `jumpcloud_policy_groups`, `jumpcloud_system_groups` or `jumpcloud_user_groups`.",
		Attributes: map[string]schema.Attribute{
			"type": schema.StringAttribute{
				MarkdownDescription: "Type of the groups to read: " + typeNames + ". Left out, all types.",
				Optional:            true,
				Validators:          []validator.String{kit.OneOf("group type", group.Types...)},
			},
			"groups": kit.ShownObjects("The groups, the oldest first.", map[string]schema.Attribute{
				"id":          kit.ShownString("ID of the group."),
				"type":        kit.ShownString("Type of the group: " + typeNames + "."),
				"name":        kit.ShownString("Name of the group."),
				"description": kit.ShownString("Description."),
				"email":       kit.ShownString("Email: an address of the group."),
			}),
		},
	}, lookAll)
}

func lookAll(ctx context.Context, t *jumpcloud.Tenant, m *listModel) error {
	wanted := m.Type.ValueString()

	all, err := collections.All(ctx, listing(t, wanted))
	m.Groups = []item{}

	for _, g := range all {
		if wanted == "" || g.Type == wanted {
			m.Groups = append(m.Groups, item{
				types.StringValue(g.ID), types.StringValue(g.Type), types.StringValue(g.Name), types.StringValue(g.Description), types.StringValue(g.Email),
			})
		}
	}

	return err
}
