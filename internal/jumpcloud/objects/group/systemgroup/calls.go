// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package systemgroup

// calls are the operations that each type may send.
var calls = map[string][]string{
	"jumpcloud_system_group": {
		"GET /api/v2/systemgroups",
		"GET /api/v2/systemgroups/{id}",
		"POST /api/v2/systemgroups",
		"PUT /api/v2/systemgroups/{id}",
		"DELETE /api/v2/systemgroups/{id}",
		"GET /api/systems",
		"GET /api/systems/{id}",
		"GET /api/v2/systemgroups/{group_id}/associations",
		"GET /api/v2/systemgroups/{group_id}/members",
	},
	"data.jumpcloud_system_group": {
		"GET /api/v2/systemgroups",
		"GET /api/v2/systemgroups/{id}",
		"GET /api/v2/systemgroups/{group_id}/associations",
		"GET /api/v2/systemgroups/{group_id}/members",
		"GET /api/v2/systemgroups/{group_id}/policies",
		"GET /api/v2/systemgroups/{group_id}/policygroups",
	},
	"data.jumpcloud_system_groups": {
		"GET /api/v2/systemgroups",
	},
}
