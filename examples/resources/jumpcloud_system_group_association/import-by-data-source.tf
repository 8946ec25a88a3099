data "jumpcloud_organization" "imported" {
  name = "Acme Inc"
}

data "jumpcloud_system_group" "imported" {
  organization_id = data.jumpcloud_organization.imported.id
  name            = "Macs"
}

data "jumpcloud_policy" "imported" {
  organization_id = data.jumpcloud_organization.imported.id
  name            = "Lock screen"
}

import {
  to = jumpcloud_system_group_association.lock
  id = "${data.jumpcloud_organization.imported.id}/${data.jumpcloud_system_group.imported.id}/policy/${data.jumpcloud_policy.imported.id}"
}
