data "jumpcloud_organization" "imported" {
  name = "Acme Inc"
}

data "jumpcloud_radius_server" "imported" {
  organization_id = data.jumpcloud_organization.imported.id
  name            = "Office"
}

import {
  to = jumpcloud_radius_server.office
  id = "${data.jumpcloud_organization.imported.id}/${data.jumpcloud_radius_server.imported.id}"
}
