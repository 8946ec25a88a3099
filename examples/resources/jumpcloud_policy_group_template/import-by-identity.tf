import {
  to = jumpcloud_policy_group_template.baseline

  identity = {
    id = "66b1f0a2c8d5e90001a1b2e5"
  }
}
