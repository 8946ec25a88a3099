// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package radiusserver

import (
	"slices"

	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// secret is the attribute of the shared secret.
const secret = "shared_secret"

// model is a RADIUS server in HCL, for the resource and the data source alike.
type model struct {
	OrganizationID               types.String `tfsdk:"organization_id"`
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

// resourceModel is a RADIUS server that Terraform manages.
type resourceModel struct {
	model

	AllowDuplicateName    types.Bool   `tfsdk:"allow_duplicate_name"`
	SharedSecret          types.String `tfsdk:"shared_secret"`
	SharedSecretWO        types.String `tfsdk:"shared_secret_wo"`
	SharedSecretWOVersion types.Int64  `tfsdk:"shared_secret_wo_version"`
}

func (m resourceModel) secret() kit.Secret {
	return kit.Secret{Name: secret, Plain: m.SharedSecret, WriteOnly: m.SharedSecretWO, Version: m.SharedSecretWOVersion}
}

// body is what POST and PUT share, without the shared secret.
func (m model) body() radiusServerBody {
	return radiusServerBody{
		Name:                         m.Name.ValueString(),
		NetworkSourceIP:              m.NetworkSourceIP.ValueString(),
		MFA:                          m.MFA.ValueString(),
		CACert:                       new(m.CACert.ValueString()),
		CASource:                     m.CASource.ValueString(),
		RadsecEnabled:                kit.BoolPointer(m.RadsecEnabled),
		RequireRadsec:                kit.BoolPointer(m.RequireRadsec),
		RequireTLSAuth:               kit.BoolPointer(m.RequireTLSAuth),
		DeviceCertEnabled:            kit.BoolPointer(m.DeviceCertEnabled),
		UserCertEnabled:              kit.BoolPointer(m.UserCertEnabled),
		UserPasswordEnabled:          kit.BoolPointer(m.UserPasswordEnabled),
		UserLockoutAction:            m.UserLockoutAction.ValueString(),
		UserPasswordExpirationAction: m.UserPasswordExpirationAction.ValueString(),
	}
}

// tags are nil where nobody says anything of them.
func (m model) tags() []string {
	if m.Tags.IsNull() || m.Tags.IsUnknown() {
		return nil
	}

	all := kit.Strings(m.Tags)
	slices.Sort(all) // a set has no order; the request should not change from run to run

	return all
}

// toPost leaves out a certificate that is not there: there is none to clear.
func (m model) toPost(secret string) radiusServerPost {
	b := radiusServerPost{m.body(), m.AuthIDP.ValueString(), m.tags()}
	b.SharedSecret = secret

	if *b.CACert == "" {
		b.CACert = nil
	}

	return b
}

func (m model) toPut(secret string) radiusServerPut {
	b := radiusServerPut{m.body(), m.tags()}
	b.SharedSecret = secret

	return b
}

func (m *model) fromAPI(s radiusServer) {
	m.ID = types.StringValue(s.ID)
	m.Name = types.StringValue(s.Name)
	m.NetworkSourceIP = types.StringValue(s.NetworkSourceIP)
	m.MFA = word(s.MFA)
	m.AuthIDP = word(s.AuthIDP)
	m.CACert = types.StringValue(s.CACert)
	m.CASource = kit.StringOr(word(s.CASource), noSource)
	m.RadsecEnabled = types.BoolValue(s.RadsecEnabled)
	m.RequireRadsec = types.BoolValue(s.RequireRadsec)
	m.RequireTLSAuth = types.BoolValue(s.RequireTLSAuth)
	m.DeviceCertEnabled = types.BoolValue(s.DeviceCertEnabled)
	m.UserCertEnabled = types.BoolValue(s.UserCertEnabled)
	m.UserPasswordEnabled = types.BoolValue(s.UserPasswordEnabled)
	m.UserLockoutAction = word(s.UserLockoutAction)
	m.UserPasswordExpirationAction = word(s.UserPasswordExpirationAction)

	if shown := s.tags(); shown != nil || m.tags() == nil {
		m.Tags = kit.StringSet(shown)
	}
}

// fromAPI takes the shared secret over where state has it plainly and the service shows it.
func (m *resourceModel) fromAPI(s radiusServer) {
	m.model.fromAPI(s)

	if !m.SharedSecret.IsNull() && s.SharedSecret != "" {
		m.SharedSecret = types.StringValue(s.SharedSecret)
	}
}

// word is null where the service says nothing.
func word(s string) types.String {
	if s == "" {
		return types.StringNull()
	}

	return types.StringValue(s)
}
