# The credential belongs to one organization; see above.
data "jumpcloud_password_manager_devices" "all" {}

output "old_apps" {
  value = [for d in data.jumpcloud_password_manager_devices.all.password_manager_devices : d.name if startswith(d.app_version, "2.")]
}
