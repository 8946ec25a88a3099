// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package mapping

// calls are the operations that each type may send.
var calls = map[string][]string{
	"jumpcloud_autotask_mapping": {
		"GET /api/v2/integrations/autotask/{UUID}/mappings",
		"PATCH /api/v2/integrations/autotask/{UUID}/mappings",
	},
	"jumpcloud_connectwise_mapping": {
		"GET /api/v2/integrations/connectwise/{UUID}/mappings",
		"PATCH /api/v2/integrations/connectwise/{UUID}/mappings",
	},
	"jumpcloud_syncro_mapping": {
		"GET /api/v2/integrations/syncro/{UUID}/mappings",
		"PATCH /api/v2/integrations/syncro/{UUID}/mappings",
	},
	"data.jumpcloud_autotask_mapping":     {},
	"data.jumpcloud_autotask_mappings":    {},
	"data.jumpcloud_connectwise_mapping":  {},
	"data.jumpcloud_connectwise_mappings": {},
	"data.jumpcloud_syncro_mapping":       {},
	"data.jumpcloud_syncro_mappings":      {},
}
