# What is in the device groups of every organization.
list "jumpcloud_system_group_membership" "all" {
  provider = jumpcloud
  limit    = 100000
}

# What is in one group.
list "jumpcloud_system_group_membership" "laptops" {
  provider = jumpcloud
  limit    = 100000

  config {
    organization_ids = ["66b1f0a2c8d5e90001a1b2c3"]
    system_group_id  = ["66b1f0a2c8d5e90001a1b2d4"]
  }
}
