// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policygrouptemplate

// calls are the operations that each type may send.
var calls = map[string][]string{
	"jumpcloud_policy_group_template": {
		"GET /api/v2/providers",
		"GET /api/v2/providers/{provider_id}/policygrouptemplates",
		"GET /api/v2/providers/{provider_id}/policygrouptemplates/{id}",
		"GET /api/v2/providers/{provider_id}/policygrouptemplates/{id}/members",
		"DELETE /api/v2/providers/{provider_id}/policygrouptemplates/{id}",
	},
	"data.jumpcloud_policy_group_template": {
		"GET /api/v2/providers/{provider_id}/policygrouptemplates",
		"GET /api/v2/providers/{provider_id}/policygrouptemplates/{id}",
		"GET /api/v2/providers/{provider_id}/policygrouptemplates/{id}/members",
	},
	"data.jumpcloud_policy_group_templates": {
		"GET /api/v2/providers/{provider_id}/policygrouptemplates",
	},
}
