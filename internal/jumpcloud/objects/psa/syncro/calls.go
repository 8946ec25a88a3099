// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package syncro

// calls are the operations that each type may send.
var calls = map[string][]string{
	"jumpcloud_syncro_integration": {
		"GET /api/v2/providers",
		"POST /api/v2/providers/{provider_id}/integrations/syncro",
		"GET /api/v2/integrations/syncro/{UUID}",
		"PATCH /api/v2/integrations/syncro/{UUID}",
		"DELETE /api/v2/integrations/syncro/{UUID}",
		"GET /api/v2/providers/{provider_id}/integrations",
	},
	"jumpcloud_syncro_settings": {
		"GET /api/v2/integrations/syncro/{UUID}/settings",
		"PATCH /api/v2/integrations/syncro/{UUID}/settings",
		"GET /api/v2/providers/{provider_id}/integrations",
	},
	"data.jumpcloud_syncro_billing_options": {},
	"data.jumpcloud_syncro_companies":       {},
}
