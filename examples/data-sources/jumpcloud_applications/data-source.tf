data "jumpcloud_organization" "acme" {
  name = "Acme Inc"
}

data "jumpcloud_applications" "all" {
  organization_id = data.jumpcloud_organization.acme.id
}

output "applications" {
  value = data.jumpcloud_applications.all.ids_by_name
}
