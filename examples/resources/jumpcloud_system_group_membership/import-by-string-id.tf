import {
  to = jumpcloud_system_group_membership.lobby
  id = "66b1f0a2c8d5e90001a1b2c3/66b1f0a2c8d5e90001a1b2d4/66b1f0a2c8d5e90001a1b2f6"
}
