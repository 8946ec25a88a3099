import {
  to = jumpcloud_system_group_association.lock

  identity = {
    organization_id = "66b1f0a2c8d5e90001a1b2c3"
    system_group_id = "66b1f0a2c8d5e90001a1b2d4"
    target_type     = "policy"
    target_id       = "66b1f0a2c8d5e90001a1b2f6"
  }
}
