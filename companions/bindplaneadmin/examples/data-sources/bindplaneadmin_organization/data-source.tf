data "bindplaneadmin_organization" "acme" {
  display_name = "Acme Inc"
}

output "acme" {
  value = data.bindplaneadmin_organization.acme.id
}
