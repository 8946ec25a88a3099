// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package usergroup

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework-validators/stringvalidator"
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// dataModel is a user group as the data source shows it.
type dataModel struct {
	OrganizationID      types.String `tfsdk:"organization_id"`
	ID                  types.String `tfsdk:"id"`
	Name                types.String `tfsdk:"name"`
	Description         types.String `tfsdk:"description"`
	Email               types.String `tfsdk:"email"`
	MembershipMethod    types.String `tfsdk:"membership_method"`
	SudoEnabled         types.Bool   `tfsdk:"sudo_enabled"`
	SudoWithoutPassword types.Bool   `tfsdk:"sudo_without_password"`
	LDAPGroups          types.Set    `tfsdk:"ldap_groups"`
	PosixGroups         types.Map    `tfsdk:"posix_groups"`
	SambaEnabled        types.Bool   `tfsdk:"samba_enabled"`
	RadiusReply         []reply      `tfsdk:"radius_reply"`
	Owner               types.String `tfsdk:"owner_organization_id"`
}

// NewDataSource returns the data source jumpcloud_user_group.
func NewDataSource() datasource.DataSource {
	computed := func(description string) schema.Attribute {
		return schema.StringAttribute{MarkdownDescription: description, Computed: true}
	}
	flag := func(description string) schema.Attribute {
		return schema.BoolAttribute{MarkdownDescription: description + " Null where the group does not say.", Computed: true}
	}

	return kit.NewDataSource(object, tenancy.Tenant{}, schema.Schema{
		MarkdownDescription: "Reads one user group, by `id` or by exact `name`.",
		Attributes: map[string]schema.Attribute{
			"id": schema.StringAttribute{
				MarkdownDescription: "ID of the user group, 24 hexadecimal digits. Exactly one of `id` and `name` is given.",
				Optional:            true,
				Computed:            true,
				Validators:          []validator.String{stringvalidator.ExactlyOneOf(path.MatchRoot("id"), path.MatchRoot("name")), tenancy.ValidID()},
			},
			"name":                  schema.StringAttribute{MarkdownDescription: "User Group Name.", Optional: true, Computed: true},
			"description":           computed("Description."),
			"email":                 computed("Email."),
			"owner_organization_id": group.OwnerAttribute(),
			"membership_method":     computed("Membership: `STATIC`, `DYNAMIC_AUTOMATED`, `DYNAMIC_REVIEW_REQUIRED` or `NOTSET`."),
			"sudo_enabled":          flag("Whether the users are administrators on associated devices."),
			"sudo_without_password": flag("Whether they need no password for it."),
			"ldap_groups": schema.SetAttribute{
				MarkdownDescription: "Names of LDAP groups; null where there is only the one of the group's own name.",
				ElementType:         types.StringType,
				Computed:            true,
			},
			"posix_groups": schema.MapAttribute{
				MarkdownDescription: "Numeric ids by name of the POSIX group.",
				ElementType:         types.Int64Type,
				Computed:            true,
			},
			"samba_enabled": flag("Whether Samba authentication is on."),
			"radius_reply": schema.ListNestedAttribute{
				MarkdownDescription: "RADIUS Reply Attributes, in order.",
				Computed:            true,
				NestedObject: schema.NestedAttributeObject{Attributes: map[string]schema.Attribute{
					"name": computed("Name of the attribute."), "value": computed("Value of the attribute."),
				}},
			},
		},
	}, lookOne)
}

func lookOne(ctx context.Context, t *jumpcloud.Tenant, m *dataModel) error {
	r, err := group.Resolve(ctx, t, group.UserGroup, m.ID, m.Name)
	if err != nil {
		return err
	}

	g, err := group.Refresh(ctx, t, r)
	if err != nil {
		return err
	}

	var of model
	if err := of.fromAPI(ctx, g, true); err != nil {
		return err
	}

	m.ID, m.Name, m.Description, m.Email = of.ID, of.Name, of.Description, of.Email
	m.Owner = group.Owner(g)
	m.MembershipMethod = types.StringValue(g.MembershipMethod)
	m.SudoEnabled, m.SudoWithoutPassword, m.SambaEnabled = of.SudoEnabled, of.SudoWithoutPassword, of.SambaEnabled
	m.LDAPGroups, m.PosixGroups, m.RadiusReply = of.LDAPGroups, of.PosixGroups, of.RadiusReply

	return nil
}
