data "bindplaneadmin_organization" "acme" {
  display_name = "Acme Inc"
}

data "bindplaneadmin_projects" "acme" {
  organization_id = data.bindplaneadmin_organization.acme.id
}

# Those of the organization that the credential acts in.
data "bindplaneadmin_projects" "own" {
  active = true
}

output "projects" {
  value = { for p in data.bindplaneadmin_projects.acme.projects : p.display_name => p.id }
}
