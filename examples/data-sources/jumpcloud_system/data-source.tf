data "jumpcloud_organization" "acme" {
  name = "Acme Inc"
}

data "jumpcloud_system" "front_desk" {
  organization_id = data.jumpcloud_organization.acme.id
  serial_number   = "C02XL0GYJGH5"
}

output "front_desk" {
  value = data.jumpcloud_system.front_desk.id
}
