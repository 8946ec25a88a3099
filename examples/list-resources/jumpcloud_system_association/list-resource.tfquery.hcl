# What the devices of every organization are bound to.
list "jumpcloud_system_association" "all" {
  provider = jumpcloud
  limit    = 100000
}

# The users that devices of one organization are bound to.
list "jumpcloud_system_association" "users" {
  provider = jumpcloud
  limit    = 100000

  config {
    organization_ids = ["66b1f0a2c8d5e90001a1b2c3"]
    target_type      = ["user"]
  }
}
