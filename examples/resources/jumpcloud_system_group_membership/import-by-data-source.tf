data "jumpcloud_organization" "imported" {
  name = "Acme Inc"
}

data "jumpcloud_system_group" "imported" {
  organization_id = data.jumpcloud_organization.imported.id
  name            = "Macs"
}

import {
  to = jumpcloud_system_group_membership.lobby
  id = "${data.jumpcloud_organization.imported.id}/${data.jumpcloud_system_group.imported.id}/66b1f0a2c8d5e90001a1b2f6"
}
