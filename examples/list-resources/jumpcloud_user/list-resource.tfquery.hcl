# Every user of every organization.
list "jumpcloud_user" "all" {
  provider = jumpcloud
  limit    = 100000
}

# Those with such a name.
list "jumpcloud_user" "contractors" {
  provider = jumpcloud
  limit    = 100000

  config {
    name = ["ext.*"]
  }
}
