// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organizationshare

// calls are the operations that each type may send.
var calls = map[string][]string{
	"jumpcloud_organization_share": {
		"GET /api/v2/policygroups",
		"GET /api/v2/policygroups/{id}",
		"GET /api/v2/systemgroups",
		"GET /api/v2/systemgroups/{id}",
		"GET /api/v2/usergroups",
		"GET /api/v2/usergroups/{id}",
		"GET /api/v2/providers/{provider_id}/activedirectories",
		"GET /api/v2/providers/{provider_id}/activedirectories/{ad_id}/associations",
		"POST /api/v2/providers/{provider_id}/activedirectories/{ad_id}/associations",
		"GET /api/v2/providers/{provider_id}/applications",
		"GET /api/v2/providers/{provider_id}/applications/{id}/associations",
		"POST /api/v2/providers/{provider_id}/applications/{id}/associations",
		"GET /api/v2/providers/{provider_id}/g_suites",
		"GET /api/v2/providers/{provider_id}/g_suites/{gsuite_id}/associations",
		"POST /api/v2/providers/{provider_id}/g_suites/{gsuite_id}/associations",
		"POST /api/v2/providers/{provider_id}/policygroups/{group_id}/associations",
		"POST /api/v2/providers/{provider_id}/systemgroups/{group_id}/associations",
		"POST /api/v2/providers/{provider_id}/usergroups/{group_id}/associations",
	},
	"data.jumpcloud_organization_shares": {
		"GET /api/v2/policygroups",
		"GET /api/v2/systemgroups",
		"GET /api/v2/usergroups",
		"GET /api/v2/providers/{provider_id}/activedirectories/{ad_id}/associations",
		"GET /api/v2/providers/{provider_id}/applications/{id}/associations",
		"GET /api/v2/providers/{provider_id}/g_suites/{gsuite_id}/associations",
	},
	"data.jumpcloud_shareable_objects": {
		"GET /api/v2/providers/{provider_id}/activedirectories",
		"GET /api/v2/providers/{provider_id}/applications",
		"GET /api/v2/providers/{provider_id}/g_suites",
	},
}
