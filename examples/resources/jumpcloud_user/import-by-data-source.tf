data "jumpcloud_organization" "imported" {
  name = "Acme Inc"
}

data "jumpcloud_user" "imported" {
  organization_id = data.jumpcloud_organization.imported.id
  email           = "ada@acme.example"
}

import {
  to = jumpcloud_user.ada
  id = "${data.jumpcloud_organization.imported.id}/${data.jumpcloud_user.imported.id}"
}
