data "jumpcloud_integrations" "autotask" {
  type = "autotask"
}

data "jumpcloud_autotask_company_types" "all" {
  integration_id = data.jumpcloud_integrations.autotask.integrations[0].id
}

output "company_types" {
  value = data.jumpcloud_autotask_company_types.all.company_types[*].name
}
