# Every organization that the credential reaches.
list "jumpcloud_organization" "all" {
  provider = jumpcloud
  limit    = 100000
}

# Those whose names begin like this.
list "jumpcloud_organization" "clients" {
  provider = jumpcloud
  limit    = 100000

  config {
    name = ["Acme*"]
  }
}
