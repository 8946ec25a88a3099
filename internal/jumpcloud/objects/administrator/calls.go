// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package administrator

// calls are the operations that each type may send.
var calls = map[string][]string{
	"jumpcloud_administrator_organization_link": {
		"GET /api/v2/providers/{provider_id}/administrators",
		"GET /api/v2/administrators/{id}/organizationlinks",
		"POST /api/v2/administrators/{id}/organizationlinks",
		"DELETE /api/v2/administrators/{administrator_id}/organizationlinks/{id}",
	},
	"jumpcloud_provider_administrator": {
		"GET /api/v2/providers",
		"GET /api/v2/providers/{provider_id}/administrators",
		"POST /api/v2/providers/{provider_id}/administrators",
		"PUT /api/users/{id}",
		"DELETE /api/v2/providers/{provider_id}/administrators/{id}",
		"GET /api/v2/administrators/{id}/organizationlinks",
		"POST /api/v2/administrators/{id}/organizationlinks",
		"DELETE /api/v2/administrators/{administrator_id}/organizationlinks/{id}",
		"GET /api/v2/roles",
	},
	"action.jumpcloud_administrator_resend_invitation": {
		"GET /api/users/reactivate/{id}",
	},
	"action.jumpcloud_administrator_reset_totp": {
		"POST /api/users/resettotp/{id}",
	},
	"data.jumpcloud_administrator_organization_links": {
		"GET /api/v2/administrators/{id}/organizationlinks",
		"GET /api/v2/organizations/{id}/administratorlinks",
	},
	"data.jumpcloud_provider_administrator": {
		"GET /api/v2/providers/{provider_id}/administrators",
	},
	"data.jumpcloud_provider_administrators": {
		"GET /api/v2/providers/{provider_id}/administrators",
	},
	"data.jumpcloud_whoami": {
		"GET /api/v2/providers/{provider_id}/administrators",
	},
}
