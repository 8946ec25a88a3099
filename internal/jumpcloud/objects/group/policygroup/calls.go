// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policygroup

// calls are the operations that each type may send.
var calls = map[string][]string{
	"jumpcloud_policy_group": {
		"GET /api/v2/policygroups",
		"GET /api/v2/policygroups/{id}",
		"POST /api/v2/policygroups",
		"PUT /api/v2/policygroups/{id}",
		"DELETE /api/v2/policygroups/{id}",
		"GET /api/v2/policygroups/{group_id}/members",
		"POST /api/v2/policygroups/{group_id}/members",
		"GET /api/v2/policygroups/{group_id}/associations",
		"POST /api/v2/policygroups/{group_id}/associations",
		"GET /api/v2/policies",
		"GET /api/v2/systemgroups",
		"GET /api/v2/policies/{id}",
	},
	"data.jumpcloud_policy_group": {
		"GET /api/v2/policygroups",
		"GET /api/v2/policygroups/{group_id}/associations",
		"GET /api/v2/policygroups/{group_id}/members",
	},
	"data.jumpcloud_policy_groups": {
		"GET /api/v2/policygroups",
	},
}
