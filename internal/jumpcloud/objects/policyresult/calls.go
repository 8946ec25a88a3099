// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policyresult

// calls are the operations that each type may send.
var calls = map[string][]string{
	"data.jumpcloud_policy_compliance": {
		"GET /api/v2/policies",
		"GET /api/v2/policygroups",
		"GET /api/v2/policies/{policy_id}/policystatuses",
		"GET /api/v2/policygroups/{group_id}/members",
	},
	"data.jumpcloud_policy_results": {
		"GET /api/v2/policyresults",
		"GET /api/v2/policyresults/{id}",
		"GET /api/v2/policies/{policy_id}/policyresults",
	},
	"data.jumpcloud_policy_statuses": {
		"GET /api/v2/policies/{policy_id}/policystatuses",
	},
}
