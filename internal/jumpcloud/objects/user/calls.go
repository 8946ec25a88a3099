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
	"action.jumpcloud_user_expire_password": {
		"POST /api/systemusers/{id}/expire",
	},
	"action.jumpcloud_user_resend_activation": {
		"POST /api/systemusers/{id}/reactivate",
	},
	"action.jumpcloud_user_reset_mfa": {
		"POST /api/systemusers/{id}/resetmfa",
	},
	"action.jumpcloud_user_unlock": {
		"POST /api/systemusers/{id}/unlock",
	},
	"data.jumpcloud_user": {
		"GET /api/systemusers",
	},
	"data.jumpcloud_users": {
		"GET /api/systemusers",
	},
}
