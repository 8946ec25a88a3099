# A module that adds one person to a group that others fill too.
data "jumpcloud_user_group" "on_call" {
  organization_id = var.organization_id
  name            = "On call"
}

data "jumpcloud_user" "ada" {
  organization_id = var.organization_id
  email           = "ada@acme.example"
}

resource "jumpcloud_user_group_membership" "ada" {
  organization_id = var.organization_id
  user_group_id   = data.jumpcloud_user_group.on_call.id
  user_id         = data.jumpcloud_user.ada.id
}

variable "organization_id" {
  description = "ID of the organization."
  type        = string
}
