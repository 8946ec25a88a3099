# One device in a static device group, whose other members people choose in the console.
data "jumpcloud_system_group" "kiosks" {
  organization_id = var.organization_id
  name            = "Kiosks"
}

resource "jumpcloud_system_group_membership" "lobby" {
  organization_id = var.organization_id
  system_group_id = data.jumpcloud_system_group.kiosks.id
  system_id       = "66b1f0a2c8d5e90001a1b2f6"
}

variable "organization_id" {
  description = "ID of the organization."
  type        = string
}
