// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package serviceaccount manages service accounts and their credentials (/api/v2/service-accounts),
// with which automation calls the API.
package serviceaccount

import (
	"github.com/hashicorp/terraform-plugin-framework/ephemeral"
	"github.com/hashicorp/terraform-plugin-framework/resource"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// Service returns jumpcloud_service_account and jumpcloud_service_account_credential.
func Service() kit.Service {
	return kit.Service{
		Group:              "Administrators",
		Calls:              calls,
		Resources:          []func() resource.Resource{NewResource},
		EphemeralResources: []func() ephemeral.EphemeralResource{NewCredential},
	}
}
