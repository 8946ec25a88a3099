# A policy group on one single device, and on a user group.
data "jumpcloud_policy_group" "baseline" {
  organization_id = var.organization_id
  name            = "Baseline"
}

resource "jumpcloud_policy_group_association" "kiosk" {
  organization_id = var.organization_id
  policy_group_id = data.jumpcloud_policy_group.baseline.id
  target_type     = "system"
  target_id       = "66b1f0a2c8d5e90001a1b2f6"
}

data "jumpcloud_user_group" "staff" {
  organization_id = var.organization_id
  name            = "Staff"
}

resource "jumpcloud_policy_group_association" "staff" {
  organization_id = var.organization_id
  policy_group_id = data.jumpcloud_policy_group.baseline.id
  target_type     = "user_group"
  target_id       = data.jumpcloud_user_group.staff.id
}

variable "organization_id" {
  description = "ID of the organization."
  type        = string
}
