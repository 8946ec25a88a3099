// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package iplist

// calls are the operations that each type may send.
var calls = map[string][]string{
	"jumpcloud_iplist": {
		"GET /api/v2/iplists",
		"GET /api/v2/iplists/{id}",
		"POST /api/v2/iplists",
		"PUT /api/v2/iplists/{id}",
		"DELETE /api/v2/iplists/{id}",
		"GET /api/v2/authn/policies",
		"PATCH /api/v2/iplists/{id}",
	},
	"data.jumpcloud_iplist": {
		"GET /api/v2/iplists",
	},
	"data.jumpcloud_iplists": {
		"GET /api/v2/iplists",
	},
}
