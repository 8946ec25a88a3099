// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package alert

// calls are the operations that each type may send.
var calls = map[string][]string{
	"jumpcloud_autotask_alert_configuration": {
		"GET /api/v2/providers/{provider_id}/integrations/autotask/alerts/configuration",
		"PUT /api/v2/providers/{provider_id}/integrations/autotask/alerts/{alert_UUID}/configuration",
		"GET /api/v2/providers/{provider_id}/integrations",
		"GET /api/v2/integrations/autotask/{UUID}/settings",
		"GET /api/v2/providers/{provider_id}/integrations/autotask/alerts/configuration/options",
	},
	"jumpcloud_connectwise_alert_configuration": {
		"GET /api/v2/providers/{provider_id}/integrations/connectwise/alerts/configuration",
		"PUT /api/v2/providers/{provider_id}/integrations/connectwise/alerts/{alert_UUID}/configuration",
		"GET /api/v2/providers/{provider_id}/integrations",
		"GET /api/v2/integrations/connectwise/{UUID}/settings",
		"GET /api/v2/providers/{provider_id}/integrations/connectwise/alerts/configuration/options",
	},
	"jumpcloud_syncro_alert_configuration": {
		"GET /api/v2/providers/{provider_id}/integrations/syncro/alerts/configuration",
		"PUT /api/v2/providers/{provider_id}/integrations/syncro/alerts/{alert_UUID}/configuration",
		"GET /api/v2/providers/{provider_id}/integrations",
		"GET /api/v2/integrations/syncro/{UUID}/settings",
		"GET /api/v2/providers/{provider_id}/integrations/syncro/alerts/configuration/options",
	},
	"data.jumpcloud_autotask_alert_options": {
		"GET /api/v2/providers/{provider_id}/integrations",
		"GET /api/v2/providers/{provider_id}/integrations/autotask/alerts/configuration/options",
	},
	"data.jumpcloud_connectwise_alert_options": {
		"GET /api/v2/providers/{provider_id}/integrations",
		"GET /api/v2/providers/{provider_id}/integrations/connectwise/alerts/configuration/options",
	},
	"data.jumpcloud_syncro_alert_options": {
		"GET /api/v2/providers/{provider_id}/integrations",
		"GET /api/v2/providers/{provider_id}/integrations/syncro/alerts/configuration/options",
	},
	"data.jumpcloud_ticketing_alert_configurations": {
		"GET /api/v2/providers/{provider_id}/integrations",
		"GET /api/v2/providers/{provider_id}/integrations/autotask/alerts/configuration",
		"GET /api/v2/providers/{provider_id}/integrations/connectwise/alerts/configuration",
		"GET /api/v2/providers/{provider_id}/integrations/syncro/alerts/configuration",
	},
	"data.jumpcloud_ticketing_alerts": {
		"GET /api/v2/providers/{provider_id}/integrations/ticketing/alerts",
	},
}
