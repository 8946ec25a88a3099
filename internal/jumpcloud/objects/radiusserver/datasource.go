// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package radiusserver

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// NewDataSource returns the data source jumpcloud_radius_server.
func NewDataSource() datasource.DataSource {
	attributes := shown()
	attributes["id"] = tenancy.IDOr("name", "RADIUS server")
	attributes["name"] = kit.Sought("Server name. A name that several servers have is an error that lists their ids.")

	return kit.NewDataSource(object, tenancy.Tenant{}, schema.Schema{
		MarkdownDescription: "Reads one RADIUS server, by `id` or by exact `name`, without its shared secret.",
		Attributes:          attributes,
	}, lookOne)
}

// shown are the attributes of a server that is read.
func shown() map[string]schema.Attribute {
	return map[string]schema.Attribute{
		"id":                              kit.ShownString("ID of the RADIUS server."),
		"name":                            kit.ShownString("Server name."),
		"network_source_ip":               kit.ShownString("IP address from which the network's requests reach JumpCloud."),
		"mfa":                             kit.ShownString(mfaHelp),
		"auth_idp":                        kit.ShownString(idpHelp),
		"ca_cert":                         kit.ShownString(certHelp),
		"ca_source":                       kit.ShownString(sourceHelp),
		"radsec_enabled":                  kit.ShownBool(radsecHelp),
		"require_radsec":                  kit.ShownBool(needRadsecHelp),
		"require_tls_auth":                kit.ShownBool(needTLSHelp),
		"device_cert_enabled":             kit.ShownBool(deviceCertHelp),
		"user_cert_enabled":               kit.ShownBool(userCertHelp),
		"user_password_enabled":           kit.ShownBool(passwordHelp),
		"user_lockout_action":             kit.ShownString("What becomes of the access of a user who is locked out."),
		"user_password_expiration_action": kit.ShownString("What becomes of the access of a user whose password expired."),
		"tags":                            kit.ShownSet(tagsHelp),
	}
}

func lookOne(ctx context.Context, t *jumpcloud.Tenant, m *model) error {
	all, err := collections.All(ctx, listing(t))
	if err != nil {
		return err
	}

	id := m.ID.ValueString()

	if id == "" {
		found, err := kit.Resolve("RADIUS server", m.Name.ValueString(), kit.Candidates(all, radiusServer.candidate))
		if err != nil {
			return err
		}

		id = found.ID
	}

	return kit.Fill(m.fromAPI)(collections.Lookup(ctx, listing(t), id))
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
			"radius_servers": kit.ShownObjects("RADIUS servers, the oldest first.", shown()),
			"ids_by_name":    kit.ShownMap("IDs by server name; of servers that share a name, the oldest one's."),
		},
	}, lookAll)
}

func lookAll(ctx context.Context, t *jumpcloud.Tenant, m *listModel) error {
	all, err := collections.All(ctx, listing(t))
	if err != nil {
		return err
	}

	m.RADIUSServers = []listItem{}

	for _, s := range all {
		m.RADIUSServers = append(m.RADIUSServers, itemOf(s))
	}

	m.IDsByName = kit.IDsByName(kit.Candidates(all, radiusServer.candidate))

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
