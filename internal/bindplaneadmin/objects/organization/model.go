// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organization

import (
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// model is an organization that Terraform manages.
type model struct {
	ID                      types.String `tfsdk:"id"`
	Name                    types.String `tfsdk:"name"`
	DisplayName             types.String `tfsdk:"display_name"`
	AllowDuplicateName      types.Bool   `tfsdk:"allow_duplicate_name"`
	InitialProjectName      types.String `tfsdk:"initial_project_name"`
	InitialProjectID        types.String `tfsdk:"initial_project_id"`
	InitialProjectSecretKey types.String `tfsdk:"initial_project_secret_key"`
	SecretKeyInState        types.Bool   `tfsdk:"secret_key_in_state"`
	AcceptEULA              types.Bool   `tfsdk:"accept_eula"`
	LicenseType             types.String `tfsdk:"license_type"`
	LicenseKeyWO            types.String `tfsdk:"license_key_wo"`
	LicenseKeyWOVersion     types.Int64  `tfsdk:"license_key_wo_version"`
	DeletionPolicy          types.String `tfsdk:"deletion_policy"`
}

// secret is the name of the licence key's attributes.
const secret = "license_key"

func (m model) license() kit.Secret {
	return kit.Secret{Name: secret, WriteOnly: m.LicenseKeyWO, Version: m.LicenseKeyWOVersion}
}

func (m model) toAPI() creationBody {
	return creationBody{
		OrganizationName: m.DisplayName.ValueString(),
		AccountName:      m.InitialProjectName.ValueString(),
		EULAAccepted:     m.AcceptEULA.ValueBool(),
		LicenseType:      m.LicenseType.ValueString(),
		LicenseKey:       m.license().Value(),
	}
}

func (m *model) fromAPI(o bindplaneadmin.Organization) {
	m.ID = types.StringValue(o.ID())
	m.Name = types.StringValue(o.Metadata.Name)
	m.DisplayName = types.StringValue(o.Metadata.DisplayName)

	if o.Initial != nil && o.Initial.ID() != "" {
		m.initial(*o.Initial)
	}
}

// projects fills in the project that was made with the organization. After an import, and
// after an answer that was lost, it is the organization's only one; of several nobody can
// tell.
func (m *model) projects(all []bindplaneadmin.Project) {
	for _, p := range all {
		if p.ID() == m.InitialProjectID.ValueString() || m.InitialProjectID.ValueString() == "" && len(all) == 1 {
			m.initial(p)

			return
		}
	}

	m.InitialProjectID, m.InitialProjectSecretKey = types.StringNull(), types.StringNull()
}

func (m *model) initial(p bindplaneadmin.Project) {
	m.InitialProjectID = types.StringValue(p.ID())
	m.InitialProjectSecretKey = types.StringNull()

	if p.Spec.SecretKey != "" && (m.SecretKeyInState.IsNull() || m.SecretKeyInState.ValueBool()) {
		m.InitialProjectSecretKey = types.StringValue(p.Spec.SecretKey)
	}
}
