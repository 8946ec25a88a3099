data "jumpcloud_organization" "acme" {
  name = "Acme Inc"
}

data "jumpcloud_ldap_server" "this" {
  organization_id = data.jumpcloud_organization.acme.id
}

resource "jumpcloud_ldap_samba_domain" "office" {
  organization_id = data.jumpcloud_organization.acme.id
  ldap_server_id  = data.jumpcloud_ldap_server.this.id
  name            = "ACME"
  sid             = "S-1-5-21-3623811015-3361044348-30300820"
}
