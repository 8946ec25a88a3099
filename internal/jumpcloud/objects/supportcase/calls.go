// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package supportcase

// calls are the operations that each type may send.
var calls = map[string][]string{
	"data.jumpcloud_case_metadata": {
		"GET /api/v2/cases/metadata",
	},
	"data.jumpcloud_cases": {
		"GET /api/v2/organizations/cases",
		"GET /api/v2/providers/{provider_id}/cases",
	},
}
