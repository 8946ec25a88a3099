// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policygroupassociation

// calls are the operations that each type may send.
var calls = map[string][]string{
	"jumpcloud_policy_group_association": {
		"GET /api/v2/policygroups/{group_id}/associations",
		"POST /api/v2/policygroups/{group_id}/associations",
		"GET /api/systems",
		"GET /api/systemusers",
		"GET /api/v2/policygroups",
		"GET /api/v2/systemgroups",
		"GET /api/v2/usergroups",
	},
	"data.jumpcloud_policy_group_association": {
		"GET /api/v2/policygroups",
		"GET /api/v2/policygroups/{group_id}/associations",
	},
	"data.jumpcloud_policy_group_associations": {
		"GET /api/v2/policygroups",
		"GET /api/v2/policygroups/{group_id}/associations",
		"GET /api/v2/policygroups/{group_id}/systemgroups",
		"GET /api/v2/policygroups/{group_id}/systems",
		"GET /api/v2/policygroups/{group_id}/usergroups",
		"GET /api/v2/policygroups/{group_id}/users",
	},
}
