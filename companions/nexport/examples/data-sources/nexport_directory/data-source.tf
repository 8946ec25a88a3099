data "nexport_directory" "leads" {
  base_organization_id = "7c9e6679-7425-40de-944b-e07fc1f90ae7"
  name                 = "Leads"
  short_name           = "ACME"
  match                = "all"
}
