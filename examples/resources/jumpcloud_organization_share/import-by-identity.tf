import {
  to = jumpcloud_organization_share.baseline_acme

  identity = {
    object_type     = "policy_group"
    object_id       = "66b1f0a2c8d5e90001a1b2d4"
    organization_id = "66b1f0a2c8d5e90001a1b2c3"
  }
}
