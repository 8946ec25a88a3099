// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package serviceaccount

// calls are the operations that each type may send.
var calls = map[string][]string{
	"ephemeral.jumpcloud_service_account_credential": {
		"POST /api/v2/service-accounts/{service_account_id}/auth-config",
		"DELETE /api/v2/service-accounts/{service_account_id}/auth-config/{auth_config_id}",
	},
	"jumpcloud_service_account": {
		"GET /api/v2/service-accounts",
		"POST /api/v2/service-accounts",
		"DELETE /api/v2/service-accounts/{service_account_id}",
	},
}
