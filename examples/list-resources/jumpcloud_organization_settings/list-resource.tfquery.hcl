# The settings of every organization.
list "jumpcloud_organization_settings" "all" {
  provider = jumpcloud
  limit    = 100000
}

# Those of one organization.
list "jumpcloud_organization_settings" "acme" {
  provider = jumpcloud
  limit    = 100000

  config {
    organization_ids = ["66b1f0a2c8d5e90001a1b2c3"]
  }
}
