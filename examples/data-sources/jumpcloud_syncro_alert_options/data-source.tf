data "jumpcloud_syncro_alert_options" "this" {}

output "priorities" {
  value = keys(data.jumpcloud_syncro_alert_options.this.options["priority"])
}
