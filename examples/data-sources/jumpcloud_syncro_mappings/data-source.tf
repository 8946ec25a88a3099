data "jumpcloud_integrations" "syncro" {
  type = "syncro"
}

data "jumpcloud_syncro_mappings" "all" {
  integration_id = data.jumpcloud_integrations.syncro.integrations[0].id
}

# Nobody is billed for these.
output "unmapped" {
  value = data.jumpcloud_syncro_mappings.all.unmapped_organization_ids
}
