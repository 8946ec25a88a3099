data "jumpcloud_integrations" "connectwise" {
  type = "connectwise"
}

data "jumpcloud_connectwise_mappings" "all" {
  integration_id = data.jumpcloud_integrations.connectwise.integrations[0].id
}

# Nobody is billed for these.
output "unmapped" {
  value = data.jumpcloud_connectwise_mappings.all.unmapped_organization_ids
}

output "not_synced" {
  value = [for m in data.jumpcloud_connectwise_mappings.all.mappings : m.organization_name if m.last_sync_status == null]
}
