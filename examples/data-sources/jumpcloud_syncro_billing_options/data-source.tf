data "jumpcloud_integrations" "syncro" {
  type = "syncro"
}

data "jumpcloud_syncro_billing_options" "all" {
  integration_id = data.jumpcloud_integrations.syncro.integrations[0].id
}

output "schedules" {
  value = { for s in data.jumpcloud_syncro_billing_options.all.schedules : s.name => s.line_items[*].name }
}
