// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package connectwise

// calls are the operations that each type may send.
var calls = map[string][]string{
	"jumpcloud_connectwise_integration": {
		"GET /api/v2/providers",
		"POST /api/v2/providers/{provider_id}/integrations/connectwise",
		"GET /api/v2/integrations/connectwise/{UUID}",
		"PATCH /api/v2/integrations/connectwise/{UUID}",
		"DELETE /api/v2/integrations/connectwise/{UUID}",
		"GET /api/v2/providers/{provider_id}/integrations",
	},
	"jumpcloud_connectwise_settings": {
		"GET /api/v2/integrations/connectwise/{UUID}/settings",
		"PATCH /api/v2/integrations/connectwise/{UUID}/settings",
		"GET /api/v2/integrations/connectwise/{UUID}/companytypes",
		"GET /api/v2/providers/{provider_id}/integrations",
	},
	"data.jumpcloud_connectwise_additions":     {},
	"data.jumpcloud_connectwise_agreements":    {},
	"data.jumpcloud_connectwise_companies":     {},
	"data.jumpcloud_connectwise_company_types": {},
}
