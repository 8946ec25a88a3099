data "jumpcloud_autotask_alert_options" "this" {}

output "priorities" {
  value = keys(data.jumpcloud_autotask_alert_options.this.options["priority"])
}
