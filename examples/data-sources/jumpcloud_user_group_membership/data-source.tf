data "jumpcloud_organization" "acme" {
  name = "Acme Inc"
}

data "jumpcloud_user_group" "staff" {
  organization_id = data.jumpcloud_organization.acme.id
  name            = "Staff"
}

data "jumpcloud_user" "ada" {
  organization_id = data.jumpcloud_organization.acme.id
  email           = "ada@acme.example"
}

# An error where she is not a member.
data "jumpcloud_user_group_membership" "ada" {
  organization_id = data.jumpcloud_organization.acme.id
  user_group_id   = data.jumpcloud_user_group.staff.id
  user_id         = data.jumpcloud_user.ada.id
}
