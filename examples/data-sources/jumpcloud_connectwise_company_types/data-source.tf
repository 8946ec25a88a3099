data "jumpcloud_integrations" "connectwise" {
  type = "connectwise"
}

data "jumpcloud_connectwise_company_types" "all" {
  integration_id = data.jumpcloud_integrations.connectwise.integrations[0].id
}

output "company_types" {
  value = data.jumpcloud_connectwise_company_types.all.company_types[*].name
}
