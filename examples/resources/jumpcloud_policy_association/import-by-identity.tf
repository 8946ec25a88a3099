import {
  to = jumpcloud_policy_association.pilot

  identity = {
    organization_id = "66b1f0a2c8d5e90001a1b2c3"
    policy_id       = "66b1f0a2c8d5e90001a1b2e5"
    target_type     = "system_group"
    target_id       = "66b1f0a2c8d5e90001a1b2f6"
  }
}
