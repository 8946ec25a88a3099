// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package radiusserver

// calls are the operations that each type may send.
var calls = map[string][]string{
	"jumpcloud_radius_server": {
		"GET /api/radiusservers",
		"GET /api/radiusservers/{id}",
		"POST /api/radiusservers",
		"PUT /api/radiusservers/{id}",
		"DELETE /api/radiusservers/{id}",
	},
	"data.jumpcloud_radius_server": {
		"GET /api/radiusservers",
	},
	"data.jumpcloud_radius_servers": {
		"GET /api/radiusservers",
	},
}
