# Every IP list of every organization.
list "jumpcloud_iplist" "all" {
  provider = jumpcloud
  limit    = 100000
}

# Those with such a name.
list "jumpcloud_iplist" "offices" {
  provider = jumpcloud
  limit    = 100000

  config {
    name = ["Office*"]
  }
}
