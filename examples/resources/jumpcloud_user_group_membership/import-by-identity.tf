import {
  to = jumpcloud_user_group_membership.ada

  identity = {
    organization_id = "66b1f0a2c8d5e90001a1b2c3"
    user_group_id   = "66b1f0a2c8d5e90001a1b2d4"
    user_id         = "66b1f0a2c8d5e90001a1b2e5"
  }
}
