# Every custom role of the provider.
list "jumpcloud_role" "all" {
  provider = jumpcloud
  limit    = 100000
}

# Those with such a name.
list "jumpcloud_role" "technicians" {
  provider = jumpcloud
  limit    = 100000

  config {
    name = ["Technician*"]
  }
}
