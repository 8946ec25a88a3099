// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package syncro

import (
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa"
)

type model struct {
	ID                  types.String `tfsdk:"id"`
	Subdomain           types.String `tfsdk:"subdomain"`
	APIToken            types.String `tfsdk:"api_token"`
	APITokenWO          types.String `tfsdk:"api_token_wo"`
	APITokenWOVersion   types.Int64  `tfsdk:"api_token_wo_version"`
	IsMspAuthConfigured types.Bool   `tfsdk:"is_msp_auth_configured"`
}

// Key is the id.
func (m *model) Key() *types.String { return &m.ID }

// Confidential is the aPI token of Syncro.
func (m *model) Confidential() psa.Secret {
	return psa.Secret{Name: secret, Plain: m.APIToken, WriteOnly: m.APITokenWO, Version: m.APITokenWOVersion}
}

// Account is what the credentials are checked against.
func (m *model) Account() string {
	return fmt.Sprintf("the Syncro account %q", m.Subdomain.ValueString())
}

// ToAPI is everything, as a creation takes it.
func (m *model) ToAPI() any {
	return credentials{
		Subdomain: new(m.Subdomain.ValueString()),
		APIToken:  new(m.Confidential().Value()),
	}
}

// Changes is what differs from prior.
func (m *model) Changes(prior model) (any, bool) {
	var c credentials

	if !m.Subdomain.Equal(prior.Subdomain) {
		c.Subdomain = new(m.Subdomain.ValueString())
	}

	if m.Confidential().Changed(prior.Confidential()) {
		c.APIToken = new(m.Confidential().Value())
	}

	return c, c != credentials{}
}

// FromAPI takes over what a read answers.
func (m *model) FromAPI(i integration) {
	m.Subdomain = types.StringValue(i.Subdomain)
	m.IsMspAuthConfigured = types.BoolValue(i.IsMspAuthConfigured)
}

// Matches tells whether a read answers what this asks for.
func (m *model) Matches(i integration) bool {
	return m.Subdomain.ValueString() == i.Subdomain
}
