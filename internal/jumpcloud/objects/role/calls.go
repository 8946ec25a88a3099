// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package role

// calls are the operations that each type may send.
var calls = map[string][]string{
	"jumpcloud_role": {
		"GET /api/v2/providers",
		"GET /api/v2/roles",
		"GET /api/v2/roles/{role_id}",
		"POST /api/v2/roles",
		"PUT /api/v2/roles/{role_id}",
		"DELETE /api/v2/roles/{role_id}",
		"GET /api/v2/scope-groups",
	},
	"data.jumpcloud_roles": {
		"GET /api/v2/roles",
	},
	"data.jumpcloud_scope_groups": {
		"GET /api/v2/scope-groups",
	},
}
