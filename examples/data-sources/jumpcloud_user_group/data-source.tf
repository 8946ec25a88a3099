data "jumpcloud_organization" "acme" {
  name = "Acme Inc"
}


data "jumpcloud_user_group" "staff" {
  organization_id = data.jumpcloud_organization.acme.id
  name            = "Staff"
}

output "staff" {
  value = data.jumpcloud_user_group.staff.id
}
