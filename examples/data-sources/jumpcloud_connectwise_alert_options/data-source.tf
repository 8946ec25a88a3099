data "jumpcloud_connectwise_alert_options" "this" {}

output "priorities" {
  value = keys(data.jumpcloud_connectwise_alert_options.this.options["priority"])
}
