// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package application

// calls are the operations that each type may send.
var calls = map[string][]string{
	"data.jumpcloud_application": {
		"GET /api/applications",
	},
	"data.jumpcloud_applications": {
		"GET /api/applications",
	},
}
