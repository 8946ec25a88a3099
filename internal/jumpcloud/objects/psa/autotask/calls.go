// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package autotask

// calls are the operations that each type may send.
var calls = map[string][]string{
	"jumpcloud_autotask_integration": {
		"GET /api/v2/providers",
		"POST /api/v2/providers/{provider_id}/integrations/autotask",
		"GET /api/v2/integrations/autotask/{UUID}",
		"PATCH /api/v2/integrations/autotask/{UUID}",
		"DELETE /api/v2/integrations/autotask/{UUID}",
		"GET /api/v2/providers/{provider_id}/integrations",
	},
	"jumpcloud_autotask_settings": {
		"GET /api/v2/integrations/autotask/{UUID}/settings",
		"PATCH /api/v2/integrations/autotask/{UUID}/settings",
		"GET /api/v2/integrations/autotask/{UUID}/companytypes",
		"GET /api/v2/providers/{provider_id}/integrations",
	},
	"data.jumpcloud_autotask_companies":       {},
	"data.jumpcloud_autotask_company_types":   {},
	"data.jumpcloud_autotask_contract_fields": {},
	"data.jumpcloud_autotask_contracts":       {},
	"data.jumpcloud_autotask_services":        {},
}
