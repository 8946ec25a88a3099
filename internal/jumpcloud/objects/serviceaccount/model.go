// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package serviceaccount

import (
	"github.com/hashicorp/terraform-plugin-framework/types"
)

// model is a service account in HCL, with the credential that it is born with.
type model struct {
	ID                 types.String `tfsdk:"id"`
	Name               types.String `tfsdk:"name"`
	RoleID             types.String `tfsdk:"role_id"`
	AuthType           types.String `tfsdk:"auth_type"`
	Lifetime           types.String `tfsdk:"lifetime"`
	StoreSecretInState types.Bool   `tfsdk:"store_secret_in_state"`
	CredentialID       types.String `tfsdk:"credential_id"`
	ClientID           types.String `tfsdk:"client_id"`
	Secret             types.String `tfsdk:"secret"`
}

// fromAPI takes over what can be read. Of the credentials, only that of the birth is shown, also
// when it is gone: the others belong to whoever rotates them.
func (m *model) fromAPI(a account) {
	m.ID, m.Name, m.RoleID, m.AuthType = types.StringValue(a.ID), types.StringValue(a.Name), types.StringValue(a.RoleID), types.StringValue(a.AuthType)

	if !m.CredentialID.IsNull() && !m.CredentialID.IsUnknown() {
		return
	}

	m.CredentialID, m.ClientID = types.StringNull(), types.StringNull()

	if all := a.credentials(); len(all) > 0 {
		m.CredentialID = types.StringValue(all[0].ID)

		if all[0].ClientID != "" {
			m.ClientID = types.StringValue(all[0].ClientID)
		}

		if m.Lifetime.IsNull() && all[0].Lifetime != "" {
			m.Lifetime = types.StringValue(all[0].Lifetime)
		}
	}
}
