resource "bindplaneadmin_organization" "acme" {
  display_name         = "Acme Inc"
  initial_project_name = "Production"
  accept_eula          = true
}

# A further project, beside the one that is made with the organization.
resource "bindplaneadmin_project" "staging" {
  display_name    = "Staging"
  organization_id = bindplaneadmin_organization.acme.id
}
