// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policy

// calls are the operations that each type may send.
var calls = map[string][]string{
	"jumpcloud_policy": {
		"GET /api/v2/policies",
		"GET /api/v2/policies/{id}",
		"POST /api/v2/policies",
		"PUT /api/v2/policies/{id}",
		"DELETE /api/v2/policies/{id}",
		"GET /api/v2/policytemplates",
		"GET /api/v2/policytemplates/{id}",
	},
	"data.jumpcloud_configured_policy_template": {
		"GET /api/v2/policytemplates/{id}",
		"GET /api/v2/providers/{provider_id}/configuredpolicytemplates",
		"GET /api/v2/providers/{provider_id}/configuredpolicytemplates/{id}",
	},
	"data.jumpcloud_configured_policy_templates": {
		"GET /api/v2/providers/{provider_id}/configuredpolicytemplates",
	},
	"data.jumpcloud_policies": {
		"GET /api/v2/policies",
		"GET /api/v2/policygroups",
		"GET /api/v2/policies/{id}",
		"GET /api/v2/policytemplates/{id}",
		"GET /api/v2/policygroups/{group_id}/members",
	},
	"data.jumpcloud_policy": {
		"GET /api/v2/policies",
		"GET /api/v2/policies/{id}",
	},
	"data.jumpcloud_policy_template": {
		"GET /api/v2/policytemplates",
		"GET /api/v2/policytemplates/{id}",
	},
	"data.jumpcloud_policy_templates": {
		"GET /api/v2/policytemplates",
	},
}
