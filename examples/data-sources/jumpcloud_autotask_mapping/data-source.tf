data "jumpcloud_integrations" "autotask" {
  type = "autotask"
}

data "jumpcloud_autotask_mapping" "acme" {
  integration_id  = data.jumpcloud_integrations.autotask.integrations[0].id
  organization_id = "66b1f0a2c8d5e90001a1b2c3"
}

output "company" {
  value = data.jumpcloud_autotask_mapping.acme.company_name
}
