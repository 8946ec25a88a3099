// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package systemassociation

// calls are the operations that each type may send.
var calls = map[string][]string{
	"jumpcloud_system_association": {
		"GET /api/v2/systems/{system_id}/associations",
		"POST /api/v2/systems/{system_id}/associations",
		"GET /api/commands",
		"GET /api/systems",
		"GET /api/systemusers",
		"GET /api/v2/policies",
		"GET /api/v2/policygroups",
		"GET /api/v2/usergroups",
	},
	"data.jumpcloud_system_association": {
		"GET /api/v2/systems/{system_id}/associations",
	},
}
