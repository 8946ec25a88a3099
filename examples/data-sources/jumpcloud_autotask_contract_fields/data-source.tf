data "jumpcloud_integrations" "autotask" {
  type = "autotask"
}

data "jumpcloud_autotask_contract_fields" "all" {
  integration_id = data.jumpcloud_integrations.autotask.integrations[0].id
}

output "contract_types" {
  value = one([for f in data.jumpcloud_autotask_contract_fields.all.contract_fields : f.values if f.name == "contractType"])
}
