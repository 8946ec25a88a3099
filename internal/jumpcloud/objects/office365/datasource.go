// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package office365

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// NewDataSource returns the data source jumpcloud_office365.
func NewDataSource() datasource.DataSource {
	return kit.NewDataSource(object, tenancy.Tenant{}, schema.Schema{
		MarkdownDescription: "Reads a Microsoft 365 (Office 365) directory of an organization.",
		Attributes: map[string]schema.Attribute{
			"id": schema.StringAttribute{
				MarkdownDescription: "ID of the directory, 24 hexadecimal digits. Defaults to the organization's only one.",
				Optional:            true,
				Computed:            true,
				Validators:          []validator.String{tenancy.ValidID()},
			},
			"name": schema.StringAttribute{MarkdownDescription: "Directory name.", Computed: true},
			"user_lockout_action": schema.StringAttribute{
				MarkdownDescription: "What happens in Microsoft 365 to a user who is locked out: `suspend` or `maintain`.", Computed: true,
			},
			"user_password_expiration_action": schema.StringAttribute{
				MarkdownDescription: "What happens in Microsoft 365 to a user whose password expired: `suspend` or `maintain`.", Computed: true,
			},
			"groups_enabled":    schema.BoolAttribute{MarkdownDescription: "Whether user groups are kept in Microsoft 365.", Computed: true},
			"default_domain_id": schema.StringAttribute{MarkdownDescription: "ID of the default domain, or an empty string.", Computed: true},
			"default_domain":    schema.StringAttribute{MarkdownDescription: "Name of the default domain, or an empty string.", Computed: true},
		},
	}, func(ctx context.Context, t *jumpcloud.Tenant, m *model) error {
		o, err := adopt(ctx, t, m.ID.ValueString())
		if err != nil {
			return err
		}

		m.fromAPI(o)

		return nil
	})
}

type listModel struct {
	OrganizationID types.String `tfsdk:"organization_id"`
	Directories    []listItem   `tfsdk:"office365s"`
	IDsByName      types.Map    `tfsdk:"ids_by_name"`
}

type listItem struct {
	ID   types.String `tfsdk:"id"`
	Name types.String `tfsdk:"name"`
}

// NewListDataSource returns the data source jumpcloud_office365s.
func NewListDataSource() datasource.DataSource {
	return kit.NewDataSource(kit.Object{Type: "jumpcloud_office365s", Title: "Microsoft 365 Directories"}, tenancy.Tenant{}, schema.Schema{
		MarkdownDescription: "Reads all Microsoft 365 (Office 365) directories of an organization. Read `data.jumpcloud_office365` for " +
			"the settings of one.",
		Attributes: map[string]schema.Attribute{
			"office365s": kit.ShownObjects("Directories, the oldest first.", map[string]schema.Attribute{
				"id":   schema.StringAttribute{MarkdownDescription: "ID of the directory.", Computed: true},
				"name": schema.StringAttribute{MarkdownDescription: "Directory name.", Computed: true},
			}),
			"ids_by_name": kit.ShownMap("IDs by directory name; of directories that share a name, the oldest one's."),
		},
	}, lookAll)
}

func lookAll(ctx context.Context, t *jumpcloud.Tenant, m *listModel) error {
	all, err := directories(ctx, t)
	if err != nil {
		return err
	}

	m.Directories = []listItem{}

	for _, d := range all {
		m.Directories = append(m.Directories, listItem{types.StringValue(d.ID), types.StringValue(d.Name)})
	}

	m.IDsByName = kit.IDsByName(kit.Candidates(all, directory.candidate))

	return nil
}

type importUsersModel struct {
	OrganizationID types.String     `tfsdk:"organization_id"`
	Office365ID    types.String     `tfsdk:"office365_id"`
	Filter         types.String     `tfsdk:"filter"`
	OrderBy        types.String     `tfsdk:"order_by"`
	Users          []importUserItem `tfsdk:"users"`
}

type importUserItem struct {
	ID                types.String `tfsdk:"id"`
	UserPrincipalName types.String `tfsdk:"user_principal_name"`
	GivenName         types.String `tfsdk:"given_name"`
	Surname           types.String `tfsdk:"surname"`
}

// NewImportUsersDataSource returns the data source jumpcloud_office365_import_users.
func NewImportUsersDataSource() datasource.DataSource {
	o := kit.Object{Type: "jumpcloud_office365_import_users", Title: "Microsoft 365 Users"}

	return kit.NewDataSource(o, tenancy.Tenant{}, schema.Schema{
		MarkdownDescription: "Looks at the users of a Microsoft 365 directory that could be imported, all pages of them. The answer comes " +
			"from Microsoft 365 and changes with it: a look, not something to build resources on.\n\n" + partHelp,
		Attributes: map[string]schema.Attribute{
			"office365_id": lookDirectoryID(),
			"filter": schema.StringAttribute{
				MarkdownDescription: "Filter that is passed to Microsoft Graph, such as `startsWith(surname,'A')`. All users when left out.",
				Optional:            true,
			},
			"order_by": schema.StringAttribute{
				MarkdownDescription: "Order that is passed to Microsoft Graph, such as `userPrincipalName`.",
				Optional:            true,
			},
			"users": kit.ShownObjects("Users, in the order in which Microsoft 365 gives them.", map[string]schema.Attribute{
				"id":                  kit.ShownString("ID of the user in Microsoft 365."),
				"user_principal_name": kit.ShownString("User principal name."),
				"given_name":          kit.ShownString("Given name."),
				"surname":             kit.ShownString("Surname."),
			}),
		},
	}, lookImportUsers)
}

func lookImportUsers(ctx context.Context, t *jumpcloud.Tenant, m *importUsersModel) error {
	all, err := importUsers(ctx, t, m.Office365ID.ValueString(), m.Filter.ValueString(), m.OrderBy.ValueString())
	if err != nil {
		return err
	}

	m.Users = []importUserItem{}
	for _, u := range all {
		m.Users = append(m.Users, importUserItem{
			types.StringValue(u.ID), types.StringValue(u.UserPrincipalName), types.StringValue(u.GivenName), types.StringValue(u.Surname),
		})
	}

	return nil
}

func lookDirectoryID() schema.StringAttribute {
	return tenancy.RequiredID("ID of the directory, 24 hexadecimal digits.")
}
