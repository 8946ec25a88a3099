data "bindplaneadmin_organizations" "all" {}

output "clients" {
  value = data.bindplaneadmin_organizations.all.organizations[*].display_name
}
