data "jumpcloud_system" "laptop" {
  organization_id = var.organization_id
  serial_number   = "C02XL0GYJGH5"
}

data "jumpcloud_user" "ada" {
  organization_id = var.organization_id
  email           = "ada@acme.example"
}

resource "jumpcloud_system_association" "ada" {
  organization_id = var.organization_id
  system_id       = data.jumpcloud_system.laptop.id
  target_type     = "user"
  target_id       = data.jumpcloud_user.ada.id
  sudo_enabled    = true
}

variable "organization_id" {
  description = "ID of the organization."
  type        = string
}
