data "jumpcloud_integrations" "autotask" {
  type = "autotask"
}

data "jumpcloud_autotask_services" "managed" {
  integration_id = data.jumpcloud_integrations.autotask.integrations[0].id
  contract_id    = "412"
}

output "services" {
  value = data.jumpcloud_autotask_services.managed.id_by_name
}
