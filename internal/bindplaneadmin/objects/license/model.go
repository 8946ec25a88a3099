// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package license

import (
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// model is a licence as Terraform knows it: the service tells nothing of it.
type model struct {
	OrganizationID      types.String `tfsdk:"organization_id"`
	LicenseKeyWO        types.String `tfsdk:"license_key_wo"`
	LicenseKeyWOVersion types.Int64  `tfsdk:"license_key_wo_version"`
	CreateLicenseType   types.String `tfsdk:"create_license_type"`
}

// secret is the name of the licence key's attributes.
const secret = "license_key"

func (m model) key() kit.Secret {
	return kit.Secret{Name: secret, WriteOnly: m.LicenseKeyWO, Version: m.LicenseKeyWOVersion}
}

// toAPI has the key, or the type of a licence to make; never both. at is the attribute that says which.
func (m model) toAPI() (body collections.Members, at path.Path) {
	if m.key().Known() {
		return collections.Members{"licenseKey": m.key().Value()}, m.key().Path()
	}

	return collections.Members{"createLicenseType": m.CreateLicenseType.ValueString()}, path.Root("create_license_type")
}
