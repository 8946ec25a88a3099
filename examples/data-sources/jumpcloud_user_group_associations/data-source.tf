data "jumpcloud_organization" "acme" {
  name = "Acme Inc"
}

data "jumpcloud_user_group" "staff" {
  organization_id = data.jumpcloud_organization.acme.id
  name            = "Staff"
}

data "jumpcloud_user_group_associations" "staff" {
  organization_id = data.jumpcloud_organization.acme.id
  user_group_id   = data.jumpcloud_user_group.staff.id
}

output "applications" {
  value = data.jumpcloud_user_group_associations.staff.application_ids
}
