// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policygroupmembership

// calls are the operations that each type may send.
var calls = map[string][]string{
	"jumpcloud_policy_group_membership": {
		"GET /api/v2/policygroups/{group_id}/members",
		"POST /api/v2/policygroups/{group_id}/members",
		"GET /api/v2/policies",
		"GET /api/v2/policygroups",
	},
	"data.jumpcloud_policy_group_membership": {
		"GET /api/v2/policygroups",
		"GET /api/v2/policygroups/{group_id}/members",
	},
	"data.jumpcloud_policy_group_memberships": {
		"GET /api/v2/policygroups",
		"GET /api/v2/policies/{policy_id}/memberof",
		"GET /api/v2/policygroups/{group_id}/members",
		"GET /api/v2/policygroups/{group_id}/membership",
	},
}
