data "jumpcloud_policy_templates" "updates" {
  organization_id = "66b1f0a2c8d5e90001a1b2c3"
  os_family       = "windows"
  search          = "update"
}

output "template_names" {
  value = data.jumpcloud_policy_templates.updates.names
}
