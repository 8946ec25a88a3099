data "jumpcloud_ticketing_alert_configurations" "autotask" {
  type = "autotask"
}

output "alerts_that_make_tickets" {
  value = [for c in data.jumpcloud_ticketing_alert_configurations.autotask.alert_configurations : c.alert if c.create_tickets]
}
