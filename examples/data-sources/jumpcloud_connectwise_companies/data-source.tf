data "jumpcloud_integrations" "connectwise" {
  type = "connectwise"
}

data "jumpcloud_connectwise_companies" "acme" {
  integration_id = data.jumpcloud_integrations.connectwise.integrations[0].id
  name_contains  = "acme"
}

output "company_ids" {
  value = data.jumpcloud_connectwise_companies.acme.id_by_name
}
