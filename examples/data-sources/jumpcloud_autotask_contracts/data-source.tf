data "jumpcloud_integrations" "autotask" {
  type = "autotask"
}

data "jumpcloud_autotask_contracts" "acme" {
  integration_id = data.jumpcloud_integrations.autotask.integrations[0].id
  company_id     = "250"
}

output "contracts" {
  value = data.jumpcloud_autotask_contracts.acme.contracts[*].name
}
