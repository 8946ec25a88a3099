// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package mapping

// calls are the operations that each type may send.
var calls = map[string][]string{
	"jumpcloud_autotask_mapping": {
		"GET /api/v2/integrations/autotask/{UUID}/mappings",
		"PATCH /api/v2/integrations/autotask/{UUID}/mappings",
		"GET /api/v2/integrations/autotask/{UUID}/companies",
		"GET /api/v2/integrations/autotask/{UUID}/contracts",
		"GET /api/v2/integrations/autotask/{UUID}/contracts/services",
		"GET /api/v2/providers/{provider_id}/integrations",
	},
	"jumpcloud_connectwise_mapping": {
		"GET /api/v2/integrations/connectwise/{UUID}/mappings",
		"PATCH /api/v2/integrations/connectwise/{UUID}/mappings",
		"GET /api/v2/integrations/connectwise/{UUID}/agreements",
		"GET /api/v2/integrations/connectwise/{UUID}/agreements/{agreement_ID}/additions",
		"GET /api/v2/integrations/connectwise/{UUID}/companies",
		"GET /api/v2/providers/{provider_id}/integrations",
	},
	"jumpcloud_syncro_mapping": {
		"GET /api/v2/integrations/syncro/{UUID}/mappings",
		"PATCH /api/v2/integrations/syncro/{UUID}/mappings",
		"GET /api/v2/integrations/syncro/{UUID}/billing_mapping_configuration_options",
		"GET /api/v2/integrations/syncro/{UUID}/companies",
		"GET /api/v2/providers/{provider_id}/integrations",
	},
	"data.jumpcloud_autotask_mapping":     {},
	"data.jumpcloud_autotask_mappings":    {},
	"data.jumpcloud_connectwise_mapping":  {},
	"data.jumpcloud_connectwise_mappings": {},
	"data.jumpcloud_syncro_mapping":       {},
	"data.jumpcloud_syncro_mappings":      {},
}
