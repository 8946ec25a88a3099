# What the policy groups of every organization are bound to.
list "jumpcloud_policy_group_association" "all" {
  provider = jumpcloud
  limit    = 100000
}

# The device groups that policy groups of one organization are bound to.
list "jumpcloud_policy_group_association" "device_groups" {
  provider = jumpcloud
  limit    = 100000

  config {
    organization_ids = ["66b1f0a2c8d5e90001a1b2c3"]
    target_type      = ["system_group"]
  }
}
