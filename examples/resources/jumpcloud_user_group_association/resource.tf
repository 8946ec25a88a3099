data "jumpcloud_application" "wiki" {
  organization_id = var.organization_id
  name            = "Wiki"
}

resource "jumpcloud_user_group" "staff" {
  organization_id = var.organization_id
  name            = "Staff"
}

resource "jumpcloud_user_group_association" "wiki" {
  organization_id = var.organization_id
  user_group_id   = jumpcloud_user_group.staff.id
  target_type     = "application"
  target_id       = data.jumpcloud_application.wiki.id
}

variable "organization_id" {
  description = "ID of the organization."
  type        = string
}
