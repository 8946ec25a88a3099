data "jumpcloud_policy_group_templates" "all" {}

output "ids" {
  value = data.jumpcloud_policy_group_templates.all.ids_by_name
}
