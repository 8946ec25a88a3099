// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package autotask

import (
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa"
)

type model struct {
	ID                  types.String `tfsdk:"id"`
	Username            types.String `tfsdk:"username"`
	Secret              types.String `tfsdk:"secret"`
	SecretWO            types.String `tfsdk:"secret_wo"`
	SecretWOVersion     types.Int64  `tfsdk:"secret_wo_version"`
	IsMspAuthConfigured types.Bool   `tfsdk:"is_msp_auth_configured"`
}

// Key is the id.
func (m *model) Key() *types.String { return &m.ID }

// Confidential is the secret (password) of the Autotask API user.
func (m *model) Confidential() psa.Secret {
	return psa.Secret{Name: secret, Plain: m.Secret, WriteOnly: m.SecretWO, Version: m.SecretWOVersion}
}

// Account is what the credentials are checked against.
func (m *model) Account() string {
	return fmt.Sprintf("Autotask as %q", m.Username.ValueString())
}

// ToAPI is everything, as a creation takes it.
func (m *model) ToAPI() any {
	return credentials{
		Username: new(m.Username.ValueString()),
		Secret:   new(m.Confidential().Value()),
	}
}

// Changes is what differs from prior.
func (m *model) Changes(prior model) (any, bool) {
	var c credentials

	if !m.Username.Equal(prior.Username) {
		c.Username = new(m.Username.ValueString())
	}

	if m.Confidential().Changed(prior.Confidential()) {
		c.Secret = new(m.Confidential().Value())
	}

	return c, c != credentials{}
}

// FromAPI takes over what a read answers.
func (m *model) FromAPI(i integration) {
	m.Username = types.StringValue(i.Username)
	m.IsMspAuthConfigured = types.BoolValue(i.IsMspAuthConfigured)
}

// Matches tells whether a read answers what this asks for.
func (m *model) Matches(i integration) bool {
	return m.Username.ValueString() == i.Username
}
