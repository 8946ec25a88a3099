data "jumpcloud_organization" "imported" {
  name = "Acme Inc"
}

data "jumpcloud_system" "imported" {
  organization_id = data.jumpcloud_organization.imported.id
  hostname        = "lobby.acme.example"
}

data "jumpcloud_user" "imported" {
  organization_id = data.jumpcloud_organization.imported.id
  email           = "ada@acme.example"
}

import {
  to = jumpcloud_system_association.ada
  id = "${data.jumpcloud_organization.imported.id}/${data.jumpcloud_system.imported.id}/user/${data.jumpcloud_user.imported.id}"
}
