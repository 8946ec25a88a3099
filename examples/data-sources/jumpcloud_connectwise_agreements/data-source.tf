data "jumpcloud_integrations" "connectwise" {
  type = "connectwise"
}

data "jumpcloud_connectwise_agreements" "acme" {
  integration_id = data.jumpcloud_integrations.connectwise.integrations[0].id
  company_id     = "250"
}

output "agreements" {
  value = data.jumpcloud_connectwise_agreements.acme.agreements[*].name
}
