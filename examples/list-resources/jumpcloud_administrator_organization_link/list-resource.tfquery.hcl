# The organizations that administrators are linked with.
list "jumpcloud_administrator_organization_link" "all" {
  provider = jumpcloud
  limit    = 100000
}

# Who is linked with one organization.
list "jumpcloud_administrator_organization_link" "acme" {
  provider = jumpcloud
  limit    = 100000

  config {
    organization_ids = ["66b1f0a2c8d5e90001a1b2c3"]
  }
}
