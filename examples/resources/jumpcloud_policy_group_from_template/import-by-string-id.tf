import {
  to = jumpcloud_policy_group_from_template.baseline
  id = "66b1f0a2c8d5e90001a1b2c3/66b1f0a2c8d5e90001a1b2f6"
}
