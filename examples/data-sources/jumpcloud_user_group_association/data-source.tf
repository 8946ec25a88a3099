data "jumpcloud_organization" "acme" {
  name = "Acme Inc"
}

data "jumpcloud_user_group" "staff" {
  organization_id = data.jumpcloud_organization.acme.id
  name            = "Staff"
}

data "jumpcloud_application" "wiki" {
  organization_id = data.jumpcloud_organization.acme.id
  name            = "Wiki"
}

# An error where the staff cannot use it.
data "jumpcloud_user_group_association" "wiki" {
  organization_id = data.jumpcloud_organization.acme.id
  user_group_id   = data.jumpcloud_user_group.staff.id
  target_type     = "application"
  target_id       = data.jumpcloud_application.wiki.id
}
