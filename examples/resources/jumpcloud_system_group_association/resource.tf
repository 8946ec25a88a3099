# A module that owns a device group, binds it to a policy that others own, and lets a user
# group log in on its devices.
resource "jumpcloud_system_group" "kiosks" {
  organization_id = var.organization_id
  name            = "Kiosks"
}

data "jumpcloud_policy" "lock" {
  organization_id = var.organization_id
  name            = "macOS - Lock screen"
}

resource "jumpcloud_system_group_association" "lock" {
  organization_id = var.organization_id
  system_group_id = jumpcloud_system_group.kiosks.id
  target_type     = "policy"
  target_id       = data.jumpcloud_policy.lock.id
}

data "jumpcloud_user_group" "staff" {
  organization_id = var.organization_id
  name            = "Staff"
}

resource "jumpcloud_system_group_association" "staff" {
  organization_id = var.organization_id
  system_group_id = jumpcloud_system_group.kiosks.id
  target_type     = "user_group"
  target_id       = data.jumpcloud_user_group.staff.id
}

variable "organization_id" {
  description = "ID of the organization."
  type        = string
}
