data "jumpcloud_organization" "acme" {
  name = "Acme Inc"
}


data "jumpcloud_user_groups" "acme" {
  organization_id = data.jumpcloud_organization.acme.id
}

output "user_groups" {
  value = [for g in data.jumpcloud_user_groups.acme.user_groups : g.name]
}
