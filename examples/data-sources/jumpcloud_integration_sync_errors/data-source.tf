data "jumpcloud_integrations" "connectwise" {
  type = "connectwise"
}

check "psa_sync" {
  data "jumpcloud_integration_sync_errors" "connectwise" {
    type           = "connectwise"
    integration_id = data.jumpcloud_integrations.connectwise.integrations[0].id
    since          = "24h"
  }

  assert {
    condition     = length(data.jumpcloud_integration_sync_errors.connectwise.errors) == 0
    error_message = join("\n", [for e in data.jumpcloud_integration_sync_errors.connectwise.errors : "${coalesce(e.organization_name, e.organization_id)}: ${e.message}"])
  }
}
