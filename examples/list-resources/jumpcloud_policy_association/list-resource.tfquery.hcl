# What the policies of every organization are bound to.
list "jumpcloud_policy_association" "all" {
  provider = jumpcloud
  limit    = 100000
}

# The device groups that policies of one organization are bound to.
list "jumpcloud_policy_association" "device_groups" {
  provider = jumpcloud
  limit    = 100000

  config {
    organization_ids = ["66b1f0a2c8d5e90001a1b2c3"]
    target_type      = ["system_group"]
  }
}
