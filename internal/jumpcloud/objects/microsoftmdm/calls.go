// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package microsoftmdm

// calls are the operations that each type may send.
var calls = map[string][]string{
	"ephemeral.jumpcloud_microsoft_mdm_configuration_file": {
		"POST /api/v2/microsoft-mdm/configuration-files",
	},
	"data.jumpcloud_microsoft_mdm_configuration_file": {
		"POST /api/v2/microsoft-mdm/configuration-files",
	},
}
