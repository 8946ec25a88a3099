data "jumpcloud_integrations" "autotask" {
  type = "autotask"
}

data "jumpcloud_autotask_mappings" "all" {
  integration_id = data.jumpcloud_integrations.autotask.integrations[0].id
}

# Nobody is billed for these.
output "unmapped" {
  value = data.jumpcloud_autotask_mappings.all.unmapped_organization_ids
}

output "not_synced" {
  value = [for m in data.jumpcloud_autotask_mappings.all.mappings : m.organization_name if m.last_sync_status == null]
}
