// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package radiusserver

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework-validators/stringvalidator"
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// NewDataSource returns the data source jumpcloud_radius_server.
func NewDataSource() datasource.DataSource {
	attributes := shown()
	attributes["id"] = schema.StringAttribute{
		MarkdownDescription: "ID of the RADIUS server, 24 hexadecimal digits. Exactly one of `id` and `name` is given.",
		Optional:            true,
		Computed:            true,
		Validators:          []validator.String{stringvalidator.ExactlyOneOf(path.MatchRoot("id"), path.MatchRoot("name")), tenancy.ValidID()},
	}
	attributes["name"] = schema.StringAttribute{
		MarkdownDescription: "Server name. A name that several servers have is an error that lists their ids.",
		Optional:            true,
		Computed:            true,
	}

	return kit.NewDataSource(object, tenancy.Tenant{}, schema.Schema{
		MarkdownDescription: "Reads one RADIUS server, by `id` or by exact `name`, without its shared secret.",
		Attributes:          attributes,
	}, lookOne)
}

// shown are the attributes of a server that is read.
func shown() map[string]schema.Attribute {
	text := func(help string) schema.Attribute {
		return schema.StringAttribute{MarkdownDescription: help, Computed: true}
	}
	flag := func(help string) schema.Attribute {
		return schema.BoolAttribute{MarkdownDescription: help, Computed: true}
	}

	return map[string]schema.Attribute{
		"id":                              text("ID of the RADIUS server."),
		"name":                            text("Server name."),
		"network_source_ip":               text("IP address from which the network's requests reach JumpCloud."),
		"mfa":                             text(mfaHelp),
		"auth_idp":                        text(idpHelp),
		"ca_cert":                         text(certHelp),
		"ca_source":                       text(sourceHelp),
		"radsec_enabled":                  flag(radsecHelp),
		"require_radsec":                  flag(needRadsecHelp),
		"require_tls_auth":                flag(needTLSHelp),
		"device_cert_enabled":             flag(deviceCertHelp),
		"user_cert_enabled":               flag(userCertHelp),
		"user_password_enabled":           flag(passwordHelp),
		"user_lockout_action":             text("What becomes of the access of a user who is locked out."),
		"user_password_expiration_action": text("What becomes of the access of a user whose password expired."),
		"tags":                            schema.SetAttribute{MarkdownDescription: tagsHelp, ElementType: types.StringType, Computed: true},
	}
}

func lookOne(ctx context.Context, t *jumpcloud.Tenant, m *model) error {
	all, err := collections.All(ctx, listing(t))
	if err != nil {
		return err
	}

	id := m.ID.ValueString()

	if id == "" {
		found, err := kit.Resolve("RADIUS server", m.Name.ValueString(), candidates(all))
		if err != nil {
			return err
		}

		id = found.ID
	}

	s, err := collections.Lookup(ctx, listing(t), id)
	if err != nil {
		return err
	}

	m.fromAPI(s)

	return nil
}

// listModel is all RADIUS servers of an organization.
type listModel struct {
	OrganizationID types.String `tfsdk:"organization_id"`
	RADIUSServers  []listItem   `tfsdk:"radius_servers"`
	IDsByName      types.Map    `tfsdk:"ids_by_name"`
}

type listItem struct {
	ID                           types.String `tfsdk:"id"`
	Name                         types.String `tfsdk:"name"`
	NetworkSourceIP              types.String `tfsdk:"network_source_ip"`
	MFA                          types.String `tfsdk:"mfa"`
	AuthIDP                      types.String `tfsdk:"auth_idp"`
	CACert                       types.String `tfsdk:"ca_cert"`
	CASource                     types.String `tfsdk:"ca_source"`
	RadsecEnabled                types.Bool   `tfsdk:"radsec_enabled"`
	RequireRadsec                types.Bool   `tfsdk:"require_radsec"`
	RequireTLSAuth               types.Bool   `tfsdk:"require_tls_auth"`
	DeviceCertEnabled            types.Bool   `tfsdk:"device_cert_enabled"`
	UserCertEnabled              types.Bool   `tfsdk:"user_cert_enabled"`
	UserPasswordEnabled          types.Bool   `tfsdk:"user_password_enabled"`
	UserLockoutAction            types.String `tfsdk:"user_lockout_action"`
	UserPasswordExpirationAction types.String `tfsdk:"user_password_expiration_action"`
	Tags                         types.Set    `tfsdk:"tags"`
}

// NewListDataSource returns the data source jumpcloud_radius_servers.
func NewListDataSource() datasource.DataSource {
	return kit.NewDataSource(kit.Object{Type: "jumpcloud_radius_servers", Title: "RADIUS Servers"}, tenancy.Tenant{}, schema.Schema{
		MarkdownDescription: "Reads all RADIUS servers of an organization, without their shared secrets.",
		Attributes: map[string]schema.Attribute{
			"radius_servers": schema.ListNestedAttribute{
				MarkdownDescription: "RADIUS servers, the oldest first.",
				Computed:            true,
				NestedObject:        schema.NestedAttributeObject{Attributes: shown()},
			},
			"ids_by_name": schema.MapAttribute{
				MarkdownDescription: "IDs by server name; of servers that share a name, the oldest one's.",
				ElementType:         types.StringType,
				Computed:            true,
			},
		},
	}, lookAll)
}

func lookAll(ctx context.Context, t *jumpcloud.Tenant, m *listModel) error {
	all, err := collections.All(ctx, listing(t))
	if err != nil {
		return err
	}

	ids := map[string]string{}
	m.RADIUSServers = []listItem{}

	for _, s := range all {
		m.RADIUSServers = append(m.RADIUSServers, itemOf(s))

		if _, taken := ids[s.Name]; !taken {
			ids[s.Name] = s.ID
		}
	}

	m.IDsByName = kit.StringMap(ids)

	return nil
}

func itemOf(s radiusServer) listItem {
	var m model
	m.fromAPI(s)

	return listItem{
		m.ID, m.Name, m.NetworkSourceIP, m.MFA, m.AuthIDP, m.CACert, m.CASource, m.RadsecEnabled, m.RequireRadsec, m.RequireTLSAuth,
		m.DeviceCertEnabled, m.UserCertEnabled, m.UserPasswordEnabled, m.UserLockoutAction, m.UserPasswordExpirationAction, m.Tags,
	}
}
