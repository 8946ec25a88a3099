// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package passwordmanager

// calls are the operations that each type may send.
var calls = map[string][]string{
	"data.jumpcloud_password_manager_device": {
		"GET /api/v2/passwordmanager/devices/{UUID}",
	},
	"data.jumpcloud_password_manager_devices": {
		"GET /api/v2/passwordmanager/devices",
	},
}
