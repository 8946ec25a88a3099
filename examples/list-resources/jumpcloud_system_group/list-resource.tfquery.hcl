# Every device group of every organization.
list "jumpcloud_system_group" "all" {
  provider = jumpcloud
  limit    = 100000
}

# Those with such a name.
list "jumpcloud_system_group" "laptops" {
  provider = jumpcloud
  limit    = 100000

  config {
    name = ["*laptops*"]
  }
}
