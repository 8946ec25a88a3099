resource "jumpcloud_policy_group" "baseline" {
  organization_id = jumpcloud_organization.this.id
  name            = "Baseline"
  policy_ids = [
    jumpcloud_policy.macos_lock_screen.id,
    jumpcloud_policy.macos_login_window.id,
    jumpcloud_policy.macos_notifications.id,
    jumpcloud_policy.windows_wi_fi.id,
  ]
  system_group_ids = [jumpcloud_system_group.all_macs.id]
}

resource "jumpcloud_policy_group" "nothing_yet" {
  organization_id = jumpcloud_organization.this.id
  name            = "Nothing yet"
}
