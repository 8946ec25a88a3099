// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organization

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin/scope"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// usersModel is all users of an organization.
type usersModel struct {
	OrganizationID types.String `tfsdk:"organization_id"`
	Users          []userModel  `tfsdk:"users"`
}

type userModel struct {
	ID              types.String `tfsdk:"id"`
	Name            types.String `tfsdk:"name"`
	DisplayName     types.String `tfsdk:"display_name"`
	Email           types.String `tfsdk:"email"`
	ActiveProjectID types.String `tfsdk:"active_project_id"`
}

// NewUsersDataSource returns the data source bindplaneadmin_users.
func NewUsersDataSource() datasource.DataSource {
	return kit.NewDataSource(kit.Object{Type: "bindplaneadmin_users", Title: "Users"}, scope.Instance, schema.Schema{
		MarkdownDescription: "Reads the users of one organization.",
		Attributes: map[string]schema.Attribute{
			"organization_id": schema.StringAttribute{
				MarkdownDescription: "ID of the organization. Left out, it is the one that the credential acts in. Where the server does not let the " +
					"credential choose another, that is an error.",
				Optional:   true,
				Computed:   true,
				Validators: []validator.String{scope.ValidID()},
			},
			"users": schema.ListNestedAttribute{
				MarkdownDescription: "Users, in Bindplane's order.",
				Computed:            true,
				NestedObject: schema.NestedAttributeObject{Attributes: map[string]schema.Attribute{
					"id":                schema.StringAttribute{MarkdownDescription: "ID of the user.", Computed: true},
					"name":              schema.StringAttribute{MarkdownDescription: "Internal name.", Computed: true},
					"display_name":      schema.StringAttribute{MarkdownDescription: "Name that people see.", Computed: true},
					"email":             schema.StringAttribute{MarkdownDescription: "Email address.", Computed: true},
					"active_project_id": schema.StringAttribute{MarkdownDescription: "ID of the project that the user works in.", Computed: true},
				}},
			},
		},
	}, lookUsers)
}

func lookUsers(ctx context.Context, c *bindplaneadmin.Client, m *usersModel) error {
	at, err := c.Within(ctx, m.OrganizationID.ValueString())
	if err != nil {
		return err
	}

	all, err := collections.All(ctx, users(c, at))
	if err != nil {
		return err
	}

	m.OrganizationID = types.StringValue(at.OrganizationID)
	m.Users = []userModel{}

	for _, u := range all {
		m.Users = append(m.Users, userModel{
			ID: types.StringValue(u.Metadata.ID), Name: types.StringValue(u.Metadata.Name), DisplayName: types.StringValue(u.Metadata.DisplayName),
			Email: types.StringValue(u.Spec.Email), ActiveProjectID: types.StringValue(u.Spec.ActiveAccount),
		})
	}

	return nil
}
