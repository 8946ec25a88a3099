import {
  to = jumpcloud_policy_group_association.kiosk

  identity = {
    organization_id = "66b1f0a2c8d5e90001a1b2c3"
    policy_group_id = "66b1f0a2c8d5e90001a1b2d4"
    target_type     = "system_group"
    target_id       = "66b1f0a2c8d5e90001a1b2f6"
  }
}
