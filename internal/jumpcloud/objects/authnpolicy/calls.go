// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package authnpolicy

// calls are the operations that each type may send.
var calls = map[string][]string{
	"jumpcloud_authn_policy": {
		"GET /api/v2/authn/policies",
		"GET /api/v2/authn/policies/{id}",
		"POST /api/v2/authn/policies",
		"PATCH /api/v2/authn/policies/{id}",
		"DELETE /api/v2/authn/policies/{id}",
		"GET /api/applications",
		"GET /api/v2/iplists",
		"GET /api/v2/usergroups",
		"GET /api/v2/iplists/{id}",
		"GET /api/v2/usergroups/{id}",
	},
	"data.jumpcloud_authn_policies": {
		"GET /api/v2/authn/policies",
	},
	"data.jumpcloud_authn_policy": {
		"GET /api/v2/authn/policies",
		"GET /api/v2/authn/policies/{id}",
	},
}
