data "jumpcloud_organization" "acme" {
  name = "Acme Inc"
}

data "jumpcloud_system" "lost" {
  organization_id = data.jumpcloud_organization.acme.id
  serial_number   = "C02XL0AAJGH5"
}

action "jumpcloud_system_restart" "lost" {
  config {
    organization_id = data.jumpcloud_organization.acme.id
    system_id       = data.jumpcloud_system.lost.id
  }
}

# terraform apply -invoke=action.jumpcloud_system_restart.lost
