data "jumpcloud_organization" "acme" {
  name = "Acme Inc"
}

data "jumpcloud_systems" "macs" {
  organization_id = data.jumpcloud_organization.acme.id
  os_family       = "darwin"
}

output "macs" {
  value = data.jumpcloud_systems.macs.ids_by_serial_number
}
