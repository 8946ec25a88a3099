data "jumpcloud_configured_policy_templates" "all" {}

output "ids" {
  value = data.jumpcloud_configured_policy_templates.all.ids_by_name
}
