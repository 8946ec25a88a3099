// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package usergroup

// calls are the operations that each type may send.
var calls = map[string][]string{
	"jumpcloud_user_group": {
		"GET /api/v2/usergroups",
		"GET /api/v2/usergroups/{id}",
		"POST /api/v2/usergroups",
		"PUT /api/v2/usergroups/{id}",
		"DELETE /api/v2/usergroups/{id}",
		"GET /api/v2/usergroups/{group_id}/members",
		"POST /api/v2/usergroups/{group_id}/members",
		"GET /api/systemusers",
		"GET /api/systemusers/{id}",
		"GET /api/v2/usergroups/{group_id}/associations",
	},
	"data.jumpcloud_user_group": {
		"GET /api/v2/usergroups",
		"GET /api/v2/usergroups/{id}",
	},
	"data.jumpcloud_user_groups": {
		"GET /api/v2/usergroups",
	},
}
