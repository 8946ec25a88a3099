# Whatever is shared with one organization.
list "jumpcloud_organization_share" "acme" {
  provider = jumpcloud
  limit    = 100000

  config {
    organization_ids = ["66b1f0a2c8d5e90001a1b2c3"]
  }
}

# The policy groups that are shared, with whomever.
list "jumpcloud_organization_share" "policy_groups" {
  provider = jumpcloud
  limit    = 100000

  config {
    object_type = ["policy_group"]
  }
}
