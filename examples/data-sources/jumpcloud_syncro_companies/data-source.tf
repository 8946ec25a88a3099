data "jumpcloud_integrations" "syncro" {
  type = "syncro"
}

data "jumpcloud_syncro_companies" "acme" {
  integration_id = data.jumpcloud_integrations.syncro.integrations[0].id
  name_contains  = "acme"
}

output "company_ids" {
  value = data.jumpcloud_syncro_companies.acme.id_by_name
}
