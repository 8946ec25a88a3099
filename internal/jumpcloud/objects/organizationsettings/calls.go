// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organizationsettings

// calls are the operations that each type may send.
var calls = map[string][]string{
	"jumpcloud_organization_settings": {
		"GET /api/organizations/{id}",
		"PUT /api/organizations/{id}",
	},
	"data.jumpcloud_organization_settings": {
		"GET /api/organizations/{id}",
	},
}
