import {
  to = jumpcloud_policy_group_association.kiosk
  id = "66b1f0a2c8d5e90001a1b2c3/66b1f0a2c8d5e90001a1b2d4/system_group/66b1f0a2c8d5e90001a1b2f6"
}
