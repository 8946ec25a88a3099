// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package system

// calls are the operations that each type may send.
var calls = map[string][]string{
	"action.jumpcloud_system_lock": {
		"POST /api/systems/{system_id}/command/builtin/lock",
	},
	"action.jumpcloud_system_restart": {
		"POST /api/systems/{system_id}/command/builtin/restart",
	},
	"action.jumpcloud_system_shutdown": {
		"POST /api/systems/{system_id}/command/builtin/shutdown",
	},
	"data.jumpcloud_system": {
		"GET /api/systems",
	},
	"data.jumpcloud_systems": {
		"GET /api/systems",
	},
}
