// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package office365

// calls are the operations that each type may send.
var calls = map[string][]string{
	"jumpcloud_office365": {
		"GET /api/v2/office365s/{office365_id}",
		"PATCH /api/v2/office365s/{office365_id}",
		"GET /api/v2/directories",
		"GET /api/v2/office365s/{office365_id}/domains",
	},
	"jumpcloud_office365_domain": {
		"GET /api/v2/office365s/{office365_id}/domains",
		"POST /api/v2/office365s/{office365_id}/domains",
		"DELETE /api/v2/office365s/{office365_id}/domains/{domain_id}",
		"GET /api/v2/office365s/{office365_id}",
		"GET /api/v2/directories",
	},
	"jumpcloud_office365_translation_rule": {
		"GET /api/v2/office365s/{office365_id}/translationrules/{id}",
		"POST /api/v2/office365s/{office365_id}/translationrules",
		"DELETE /api/v2/office365s/{office365_id}/translationrules/{id}",
		"GET /api/v2/office365s/{office365_id}",
		"GET /api/v2/office365s/{office365_id}/translationrules",
		"GET /api/v2/directories",
	},
	"data.jumpcloud_office365": {
		"GET /api/v2/directories",
		"GET /api/v2/office365s/{office365_id}",
	},
	"data.jumpcloud_office365_domain": {
		"GET /api/v2/office365s/{office365_id}",
		"GET /api/v2/office365s/{office365_id}/domains",
	},
	"data.jumpcloud_office365_domains": {
		"GET /api/v2/office365s/{office365_id}",
		"GET /api/v2/office365s/{office365_id}/domains",
	},
	"data.jumpcloud_office365_import_users": {
		"GET /api/v2/office365s/{office365_id}",
		"GET /api/v2/office365s/{office365_id}/import/users",
	},
	"data.jumpcloud_office365_translation_rule": {
		"GET /api/v2/office365s/{office365_id}",
		"GET /api/v2/office365s/{office365_id}/translationrules",
		"GET /api/v2/office365s/{office365_id}/translationrules/{id}",
	},
	"data.jumpcloud_office365_translation_rules": {
		"GET /api/v2/office365s/{office365_id}",
		"GET /api/v2/office365s/{office365_id}/translationrules",
	},
	"data.jumpcloud_office365s": {
		"GET /api/v2/directories",
	},
}
