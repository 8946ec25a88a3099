// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package systemgroupmembership

// calls are the operations that each type may send.
var calls = map[string][]string{
	"jumpcloud_system_group_membership": {
		"GET /api/v2/systemgroups/{id}",
		"GET /api/v2/systemgroups/{group_id}/members",
		"POST /api/v2/systemgroups/{group_id}/members",
		"GET /api/systems",
		"GET /api/systems/{id}",
		"GET /api/v2/systemgroups",
	},
	"data.jumpcloud_system_group_membership": {
		"GET /api/v2/systemgroups/{group_id}/members",
	},
	"data.jumpcloud_system_group_memberships": {
		"GET /api/v2/systemgroups",
		"GET /api/v2/systemgroups/{group_id}/members",
		"GET /api/v2/systemgroups/{group_id}/membership",
	},
}
