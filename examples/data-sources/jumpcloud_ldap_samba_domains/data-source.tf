data "jumpcloud_organization" "acme" {
  name = "Acme Inc"
}

data "jumpcloud_ldap_server" "this" {
  organization_id = data.jumpcloud_organization.acme.id
}

data "jumpcloud_ldap_samba_domains" "all" {
  organization_id = data.jumpcloud_organization.acme.id
  ldap_server_id  = data.jumpcloud_ldap_server.this.id
}
