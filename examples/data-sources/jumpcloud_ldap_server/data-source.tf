data "jumpcloud_organization" "acme" {
  name = "Acme Inc"
}

data "jumpcloud_ldap_server" "this" {
  organization_id = data.jumpcloud_organization.acme.id
}

output "ldap_server" {
  value = data.jumpcloud_ldap_server.this.id
}
