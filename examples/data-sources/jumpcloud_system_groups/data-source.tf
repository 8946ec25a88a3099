data "jumpcloud_organization" "acme" {
  name = "Acme Inc"
}


data "jumpcloud_system_groups" "acme" {
  organization_id = data.jumpcloud_organization.acme.id
}

output "device_groups" {
  value = keys(data.jumpcloud_system_groups.acme.ids_by_name)
}
