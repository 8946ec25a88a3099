// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policyassociation

// calls are the operations that each type may send.
var calls = map[string][]string{
	"jumpcloud_policy_association": {
		"GET /api/v2/policies/{policy_id}/associations",
		"POST /api/v2/policies/{policy_id}/associations",
		"GET /api/systems",
		"GET /api/systemusers",
		"GET /api/v2/policies",
		"GET /api/v2/systemgroups",
		"GET /api/v2/usergroups",
	},
	"data.jumpcloud_policy_association": {
		"GET /api/v2/policies/{policy_id}/associations",
	},
	"data.jumpcloud_policy_associations": {
		"GET /api/v2/policies",
		"GET /api/v2/policies/{policy_id}/associations",
		"GET /api/v2/policies/{policy_id}/systemgroups",
		"GET /api/v2/policies/{policy_id}/systems",
		"GET /api/v2/policies/{policy_id}/usergroups",
		"GET /api/v2/policies/{policy_id}/users",
	},
}
