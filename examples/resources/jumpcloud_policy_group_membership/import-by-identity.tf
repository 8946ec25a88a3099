import {
  to = jumpcloud_policy_group_membership.usb

  identity = {
    organization_id = "66b1f0a2c8d5e90001a1b2c3"
    policy_group_id = "66b1f0a2c8d5e90001a1b2d4"
    policy_id       = "66b1f0a2c8d5e90001a1b2e5"
  }
}
