# Every RADIUS server of every organization.
list "jumpcloud_radius_server" "all" {
  provider = jumpcloud
  limit    = 100000
}

# Those with such a name.
list "jumpcloud_radius_server" "offices" {
  provider = jumpcloud
  limit    = 100000

  config {
    name = ["Office*"]
  }
}
