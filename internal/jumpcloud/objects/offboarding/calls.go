// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package offboarding

// calls are the operations that each type may send.
var calls = map[string][]string{
	"data.jumpcloud_organization_offboarding": {
		"GET /api/systems",
		"GET /api/systemusers",
		"GET /api/organizations/{id}",
		"GET /api/v2/policies",
		"GET /api/v2/providers/{provider_id}/integrations",
		"GET /api/v2/integrations/autotask/{UUID}/mappings",
		"GET /api/v2/integrations/connectwise/{UUID}/mappings",
	},
}
