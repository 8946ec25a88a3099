# The Syncro companies that organizations are mapped to.
list "jumpcloud_syncro_mapping" "all" {
  provider = jumpcloud
  limit    = 100000
}

# That of one organization.
list "jumpcloud_syncro_mapping" "acme" {
  provider = jumpcloud
  limit    = 100000

  config {
    organization_ids = ["66b1f0a2c8d5e90001a1b2c3"]
  }
}
