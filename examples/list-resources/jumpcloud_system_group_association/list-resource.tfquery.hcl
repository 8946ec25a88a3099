# What the device groups of every organization are bound to.
list "jumpcloud_system_group_association" "all" {
  provider = jumpcloud
  limit    = 100000
}

# The commands that are bound to device groups of one organization.
list "jumpcloud_system_group_association" "commands" {
  provider = jumpcloud
  limit    = 100000

  config {
    organization_ids = ["66b1f0a2c8d5e90001a1b2c3"]
    target_type      = ["command"]
  }
}
