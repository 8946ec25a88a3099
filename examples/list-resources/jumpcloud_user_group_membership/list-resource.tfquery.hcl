# Who is in the user groups of every organization.
list "jumpcloud_user_group_membership" "all" {
  provider = jumpcloud
  limit    = 100000
}

# Who is in one user group.
list "jumpcloud_user_group_membership" "staff" {
  provider = jumpcloud
  limit    = 100000

  config {
    organization_ids = ["66b1f0a2c8d5e90001a1b2c3"]
    user_group_id    = ["66b1f0a2c8d5e90001a1b2d4"]
  }
}
