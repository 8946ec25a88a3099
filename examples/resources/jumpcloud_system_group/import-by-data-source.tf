data "jumpcloud_organization" "imported" {
  name = "Acme Inc"
}

data "jumpcloud_system_group" "imported" {
  organization_id = data.jumpcloud_organization.imported.id
  name            = "Macs"
}

import {
  to = jumpcloud_system_group.macs
  id = "${data.jumpcloud_organization.imported.id}/${data.jumpcloud_system_group.imported.id}"
}
