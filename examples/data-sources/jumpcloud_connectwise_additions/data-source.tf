data "jumpcloud_integrations" "connectwise" {
  type = "connectwise"
}

data "jumpcloud_connectwise_additions" "managed" {
  integration_id = data.jumpcloud_integrations.connectwise.integrations[0].id
  agreement_id   = "412"
}

output "additions" {
  value = data.jumpcloud_connectwise_additions.managed.id_by_name
}
