data "jumpcloud_organization" "acme" {
  name = "Acme Inc"
}

data "jumpcloud_system" "laptop" {
  organization_id = data.jumpcloud_organization.acme.id
  serial_number   = "C02XL0GYJGH5"
}

data "jumpcloud_user" "ada" {
  organization_id = data.jumpcloud_organization.acme.id
  email           = "ada@acme.example"
}

# An error where she has no account on the laptop.
data "jumpcloud_system_association" "ada" {
  organization_id = data.jumpcloud_organization.acme.id
  system_id       = data.jumpcloud_system.laptop.id
  target_type     = "user"
  target_id       = data.jumpcloud_user.ada.id
}
