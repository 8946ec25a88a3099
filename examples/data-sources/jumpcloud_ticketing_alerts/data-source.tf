data "jumpcloud_ticketing_alerts" "all" {}

output "names" {
  value = data.jumpcloud_ticketing_alerts.all.names
}
