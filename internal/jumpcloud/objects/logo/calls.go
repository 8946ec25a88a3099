// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package logo

// calls are the operations that each type may send.
var calls = map[string][]string{
	"data.jumpcloud_logo": {
		"GET /api/v2/logos/{id}",
	},
}
