data "jumpcloud_organization" "imported" {
  name = "Acme Inc"
}

data "jumpcloud_ldap_server" "imported" {
  organization_id = data.jumpcloud_organization.imported.id
}

data "jumpcloud_ldap_samba_domain" "imported" {
  organization_id = data.jumpcloud_organization.imported.id
  ldap_server_id  = data.jumpcloud_ldap_server.imported.id
  name            = "ACME"
}

import {
  to = jumpcloud_ldap_samba_domain.office
  id = "${data.jumpcloud_organization.imported.id}/${data.jumpcloud_ldap_server.imported.id}/${data.jumpcloud_ldap_samba_domain.imported.id}"
}
