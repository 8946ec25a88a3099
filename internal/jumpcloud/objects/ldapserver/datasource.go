// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package ldapserver

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

const (
	lockoutHelp    = "What happens in LDAP to a user who is locked out: `disable` or `remove`."
	expirationHelp = "What happens in LDAP to a user whose password expired: `disable` or `remove`."
)

// NewDataSource returns the data source jumpcloud_ldap_server.
func NewDataSource() datasource.DataSource {
	return kit.NewDataSource(object, tenancy.Tenant{}, schema.Schema{
		MarkdownDescription: "Reads an organization's LDAP server.",
		Attributes: map[string]schema.Attribute{
			"id": schema.StringAttribute{
				MarkdownDescription: "ID of the LDAP server, 24 hexadecimal digits. Defaults to the organization's only one.",
				Optional:            true,
				Computed:            true,
				Validators:          []validator.String{tenancy.ValidID()},
			},
			"name":                            schema.StringAttribute{MarkdownDescription: "Name of the LDAP server.", Computed: true},
			"user_lockout_action":             schema.StringAttribute{MarkdownDescription: lockoutHelp, Computed: true},
			"user_password_expiration_action": schema.StringAttribute{MarkdownDescription: expirationHelp, Computed: true},
		},
	}, func(ctx context.Context, t *jumpcloud.Tenant, m *model) error {
		s, err := adopt(ctx, t, m.ID.ValueString())
		if err != nil {
			return err
		}

		m.fromAPI(s)

		return nil
	})
}

type listModel struct {
	OrganizationID types.String `tfsdk:"organization_id"`
	Servers        []listItem   `tfsdk:"ldap_servers"`
}

type listItem struct {
	ID                           types.String `tfsdk:"id"`
	Name                         types.String `tfsdk:"name"`
	UserLockoutAction            types.String `tfsdk:"user_lockout_action"`
	UserPasswordExpirationAction types.String `tfsdk:"user_password_expiration_action"`
}

// NewListDataSource returns the data source jumpcloud_ldap_servers.
func NewListDataSource() datasource.DataSource {
	return kit.NewDataSource(kit.Object{Type: "jumpcloud_ldap_servers", Title: "LDAP Servers"}, tenancy.Tenant{}, schema.Schema{
		MarkdownDescription: "Reads all LDAP servers of an organization.",
		Attributes: map[string]schema.Attribute{"ldap_servers": kit.ShownObjects("LDAP servers, the oldest first. An organization normally has one, named `jumpcloud`.", map[string]schema.Attribute{
			"id":                              schema.StringAttribute{MarkdownDescription: "ID of the LDAP server.", Computed: true},
			"name":                            schema.StringAttribute{MarkdownDescription: "Name of the LDAP server.", Computed: true},
			"user_lockout_action":             schema.StringAttribute{MarkdownDescription: lockoutHelp, Computed: true},
			"user_password_expiration_action": schema.StringAttribute{MarkdownDescription: expirationHelp, Computed: true},
		})},
	}, func(ctx context.Context, t *jumpcloud.Tenant, m *listModel) error {
		all, err := collections.All(ctx, listing(t))
		if err != nil {
			return err
		}

		m.Servers = []listItem{}

		for _, s := range all {
			var one model
			one.fromAPI(s)
			m.Servers = append(m.Servers, listItem{one.ID, one.Name, one.UserLockoutAction, one.UserPasswordExpirationAction})
		}

		return nil
	})
}
