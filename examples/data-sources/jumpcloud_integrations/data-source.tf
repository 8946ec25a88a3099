data "jumpcloud_integrations" "all" {}

output "integration_ids" {
  value = data.jumpcloud_integrations.all.ids_by_type
}
