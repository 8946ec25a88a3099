// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policygroupfromtemplate

// calls are the operations that each type may send.
var calls = map[string][]string{
	"jumpcloud_policy_group_from_template": {
		"GET /api/v2/providers/{provider_id}/policygrouptemplates/{id}",
		"DELETE /api/v2/policygroups/{id}",
		"GET /api/v2/policygroups",
		"GET /api/v2/providers/{provider_id}/policygrouptemplates",
	},
}
