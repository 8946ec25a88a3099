// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package user

// calls are the operations that each type may send.
var calls = map[string][]string{
	"jumpcloud_user": {
		"GET /api/systemusers",
		"GET /api/systemusers/{id}",
		"POST /api/systemusers",
		"PUT /api/systemusers/{id}",
		"DELETE /api/systemusers/{id}",
	},
	"data.jumpcloud_user": {
		"GET /api/systemusers",
	},
	"data.jumpcloud_users": {
		"GET /api/systemusers",
	},
}
