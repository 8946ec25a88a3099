// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package groups

// calls are the operations that each type may send.
var calls = map[string][]string{
	"data.jumpcloud_groups": {
		"GET /api/v2/groups",
	},
}
