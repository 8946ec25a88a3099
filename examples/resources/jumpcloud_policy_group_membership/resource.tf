# A module that owns one policy and adds it to a group that others own too.
data "jumpcloud_policy_group" "shared" {
  organization_id = var.organization_id
  name            = "Shared"
}

resource "jumpcloud_policy" "usb" {
  organization_id = var.organization_id
  name            = "Linux - Disable USB storage"
  template_name   = "disable_usb_storage_linux"
  values = {
    disable_mtp = true
  }
}

resource "jumpcloud_policy_group_membership" "usb" {
  organization_id = var.organization_id
  policy_group_id = data.jumpcloud_policy_group.shared.id
  policy_id       = jumpcloud_policy.usb.id
}

variable "organization_id" {
  description = "ID of the organization."
  type        = string
}
