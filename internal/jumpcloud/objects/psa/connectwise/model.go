// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package connectwise

import (
	"fmt"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa"
)

type model struct {
	ID                  types.String `tfsdk:"id"`
	URL                 types.String `tfsdk:"url"`
	CompanyID           types.String `tfsdk:"company_id"`
	PublicKey           types.String `tfsdk:"public_key"`
	PrivateKey          types.String `tfsdk:"private_key"`
	PrivateKeyWO        types.String `tfsdk:"private_key_wo"`
	PrivateKeyWOVersion types.Int64  `tfsdk:"private_key_wo_version"`
	IsMspAuthConfigured types.Bool   `tfsdk:"is_msp_auth_configured"`
}

// Key is the id.
func (m *model) Key() *types.String { return &m.ID }

// Confidential is the private key of the ConnectWise API member.
func (m *model) Confidential() psa.Secret {
	return psa.Secret{Name: secret, Plain: m.PrivateKey, WriteOnly: m.PrivateKeyWO, Version: m.PrivateKeyWOVersion}
}

// Account is what the credentials are checked against.
func (m *model) Account() string {
	return fmt.Sprintf("%s as company %q", m.URL.ValueString(), m.CompanyID.ValueString())
}

// ToAPI is everything, as a creation takes it.
func (m *model) ToAPI() any {
	return credentials{
		URL:        new(m.URL.ValueString()),
		CompanyID:  new(m.CompanyID.ValueString()),
		PublicKey:  new(m.PublicKey.ValueString()),
		PrivateKey: new(m.Confidential().Value()),
	}
}

// Changes is what differs from prior.
func (m *model) Changes(prior model) (any, bool) {
	var c credentials

	if !m.URL.Equal(prior.URL) {
		c.URL = new(m.URL.ValueString())
	}

	if !m.CompanyID.Equal(prior.CompanyID) {
		c.CompanyID = new(m.CompanyID.ValueString())
	}

	if !m.PublicKey.IsNull() && !m.PublicKey.Equal(prior.PublicKey) {
		c.PublicKey = new(m.PublicKey.ValueString())
	}

	if m.Confidential().Changed(prior.Confidential()) {
		c.PrivateKey = new(m.Confidential().Value())
	}

	return c, c != credentials{}
}

// FromAPI takes over what a read answers.
func (m *model) FromAPI(i integration) {
	if !sameURL(m.URL.ValueString(), i.URL) {
		m.URL = types.StringValue(i.URL)
	}

	m.CompanyID = types.StringValue(i.CompanyID)
	m.IsMspAuthConfigured = types.BoolValue(i.IsMspAuthConfigured)
}

// Matches tells whether a read answers what this asks for.
func (m *model) Matches(i integration) bool {
	return sameURL(m.URL.ValueString(), i.URL) && m.CompanyID.ValueString() == i.CompanyID
}

// sameURL takes a slash at the end for a matter of spelling.
func sameURL(a, b string) bool { return strings.TrimRight(a, "/") == strings.TrimRight(b, "/") }
