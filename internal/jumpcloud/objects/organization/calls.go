// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organization

// calls are the operations that each type may send.
var calls = map[string][]string{
	"jumpcloud_organization": {
		"GET /api/v2/providers",
		"GET /api/v2/providers/{provider_id}/organizations",
		"POST /api/v2/providers/{provider_id}/organizations",
		"PUT /api/v2/providers/{provider_id}/organizations/{id}",
		"GET /api/systems",
		"GET /api/systemusers",
		"GET /api/v2/policies",
		"GET /api/v2/roles/{role_id}",
	},
	"data.jumpcloud_organization": {
		"GET /api/v2/providers/{provider_id}/organizations",
	},
	"data.jumpcloud_organizations": {
		"GET /api/organizations",
		"GET /api/v2/providers/{provider_id}/organizations",
	},
}
