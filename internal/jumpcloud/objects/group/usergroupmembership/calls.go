// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package usergroupmembership

// calls are the operations that each type may send.
var calls = map[string][]string{
	"jumpcloud_user_group_membership": {
		"GET /api/v2/usergroups/{id}",
		"GET /api/systemusers",
		"GET /api/v2/usergroups",
		"GET /api/v2/usergroups/{group_id}/members",
		"POST /api/v2/usergroups/{group_id}/members",
	},
	"data.jumpcloud_user_group_membership": {
		"GET /api/v2/usergroups/{group_id}/members",
	},
	"data.jumpcloud_user_group_memberships": {
		"GET /api/v2/usergroups",
		"GET /api/v2/usergroups/{group_id}/members",
		"GET /api/v2/usergroups/{group_id}/membership",
	},
}
