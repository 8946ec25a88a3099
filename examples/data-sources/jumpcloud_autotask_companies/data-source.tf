data "jumpcloud_integrations" "autotask" {
  type = "autotask"
}

data "jumpcloud_autotask_companies" "acme" {
  integration_id = data.jumpcloud_integrations.autotask.integrations[0].id
  name_contains  = "acme"
}

output "company_ids" {
  value = data.jumpcloud_autotask_companies.acme.id_by_name
}
