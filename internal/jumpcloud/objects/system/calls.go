// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package system

// calls are the operations that each type may send.
var calls = map[string][]string{
	"data.jumpcloud_system": {
		"GET /api/systems",
	},
	"data.jumpcloud_systems": {
		"GET /api/systems",
	},
}
