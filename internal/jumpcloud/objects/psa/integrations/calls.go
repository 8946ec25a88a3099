// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package integrations

// calls are the operations that each type may send.
var calls = map[string][]string{
	"data.jumpcloud_integration": {
		"GET /api/v2/providers/{provider_id}/integrations",
		"GET /api/v2/integrations/autotask/{UUID}",
		"GET /api/v2/integrations/autotask/{UUID}/settings",
		"GET /api/v2/integrations/connectwise/{UUID}",
		"GET /api/v2/integrations/connectwise/{UUID}/settings",
		"GET /api/v2/integrations/syncro/{UUID}",
		"GET /api/v2/integrations/syncro/{UUID}/settings",
	},
	"data.jumpcloud_integration_sync_errors": {
		"GET /api/v2/integrations/{integration_type}/{UUID}/errors",
	},
	"data.jumpcloud_integrations": {
		"GET /api/v2/providers/{provider_id}/integrations",
	},
}
