data "jumpcloud_organization" "acme" {
  name = "Acme Inc"
}

data "jumpcloud_ldap_servers" "all" {
  organization_id = data.jumpcloud_organization.acme.id
}
