# Every user group of every organization.
list "jumpcloud_user_group" "all" {
  provider = jumpcloud
  limit    = 100000
}

# Those with such a name.
list "jumpcloud_user_group" "staff" {
  provider = jumpcloud
  limit    = 100000

  config {
    name = ["Staff*"]
  }
}
