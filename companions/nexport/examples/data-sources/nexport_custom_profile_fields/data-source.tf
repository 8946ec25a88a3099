data "nexport_custom_profile_fields" "acme" {
  organization_id = "7c9e6679-7425-40de-944b-e07fc1f90ae7"
}

output "keys" {
  value = data.nexport_custom_profile_fields.acme.fields[*].key
}
