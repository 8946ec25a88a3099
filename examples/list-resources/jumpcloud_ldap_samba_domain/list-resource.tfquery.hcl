# The Samba domains of every organization.
list "jumpcloud_ldap_samba_domain" "all" {
  provider = jumpcloud
  limit    = 100000
}

# Those of one organization.
list "jumpcloud_ldap_samba_domain" "acme" {
  provider = jumpcloud
  limit    = 100000

  config {
    organization_ids = ["66b1f0a2c8d5e90001a1b2c3"]
  }
}
