// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package ldapserver

// calls are the operations that each type may send.
var calls = map[string][]string{
	"jumpcloud_ldap_samba_domain": {
		"GET /api/v2/ldapservers/{ldapserver_id}/sambadomains/{id}",
		"POST /api/v2/ldapservers/{ldapserver_id}/sambadomains",
		"PUT /api/v2/ldapservers/{ldapserver_id}/sambadomains/{id}",
		"DELETE /api/v2/ldapservers/{ldapserver_id}/sambadomains/{id}",
		"GET /api/v2/ldapservers",
		"GET /api/v2/ldapservers/{ldapserver_id}/sambadomains",
	},
	"jumpcloud_ldap_server": {
		"GET /api/v2/ldapservers/{id}",
		"PATCH /api/v2/ldapservers/{id}",
		"GET /api/v2/ldapservers",
	},
	"data.jumpcloud_ldap_samba_domain": {
		"GET /api/v2/ldapservers/{ldapserver_id}/sambadomains",
		"GET /api/v2/ldapservers/{ldapserver_id}/sambadomains/{id}",
	},
	"data.jumpcloud_ldap_samba_domains": {
		"GET /api/v2/ldapservers/{ldapserver_id}/sambadomains",
	},
	"data.jumpcloud_ldap_server": {
		"GET /api/v2/ldapservers",
		"GET /api/v2/ldapservers/{id}",
	},
	"data.jumpcloud_ldap_servers": {
		"GET /api/v2/ldapservers",
	},
}
