// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package usergroupassociation

// calls are the operations that each type may send.
var calls = map[string][]string{
	"jumpcloud_user_group_association": {
		"GET /api/v2/usergroups/{group_id}/associations",
		"POST /api/v2/usergroups/{group_id}/associations",
		"GET /api/applications",
		"GET /api/radiusservers",
		"GET /api/systems",
		"GET /api/v2/ldapservers",
		"GET /api/v2/policies",
		"GET /api/v2/policygroups",
		"GET /api/v2/systemgroups",
		"GET /api/v2/usergroups",
	},
	"data.jumpcloud_user_group_association": {
		"GET /api/v2/usergroups/{group_id}/associations",
	},
	"data.jumpcloud_user_group_associations": {
		"GET /api/v2/usergroups",
		"GET /api/v2/usergroups/{group_id}/associations",
	},
}
