# Every policy of every organization.
list "jumpcloud_policy" "all" {
  provider = jumpcloud
  limit    = 100000
}

# Lock screens of macOS, in two organizations.
list "jumpcloud_policy" "lock_screens" {
  provider = jumpcloud
  limit    = 100000

  config {
    organization_ids = ["66b1f0a2c8d5e90001a1b2c3", "66b1f0a2c8d5e90001a1b2c4"]
    template_name    = ["lock_screen_darwin"]
    name             = ["*lock*"]
  }
}
