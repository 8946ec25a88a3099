data "jumpcloud_organization" "imported" {
  name = "Acme Inc"
}

data "jumpcloud_ldap_server" "imported" {
  organization_id = data.jumpcloud_organization.imported.id
}

import {
  to = jumpcloud_ldap_server.this
  id = "${data.jumpcloud_organization.imported.id}/${data.jumpcloud_ldap_server.imported.id}"
}
