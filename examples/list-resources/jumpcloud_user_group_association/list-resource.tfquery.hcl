# What the user groups of every organization are bound to.
list "jumpcloud_user_group_association" "all" {
  provider = jumpcloud
  limit    = 100000
}

# The applications that user groups of one organization are bound to.
list "jumpcloud_user_group_association" "applications" {
  provider = jumpcloud
  limit    = 100000

  config {
    organization_ids = ["66b1f0a2c8d5e90001a1b2c3"]
    target_type      = ["application"]
  }
}
