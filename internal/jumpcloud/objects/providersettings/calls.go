// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package providersettings

// calls are the operations that each type may send.
var calls = map[string][]string{
	"jumpcloud_provider_settings": {
		"GET /api/v2/providers/{provider_id}",
		"PUT /api/v2/providers/{provider_id}",
	},
	"data.jumpcloud_provider": {
		"GET /api/v2/providers",
		"GET /api/v2/providers/{provider_id}",
	},
	"data.jumpcloud_providers": {
		"GET /api/v2/providers",
	},
}
