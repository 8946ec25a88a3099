data "jumpcloud_policy_statuses" "lock" {
  organization_id = "66b1f0a2c8d5e90001a1b2c3"
  policy_id       = "66b1f0a2c8d5e90001a1b2d4"
}

check "lock_screen" {
  assert {
    condition     = data.jumpcloud_policy_statuses.lock.failed == 0
    error_message = "The policy fails on ${join(", ", data.jumpcloud_policy_statuses.lock.failing_system_ids)}."
  }
}
