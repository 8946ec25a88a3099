data "jumpcloud_organization" "imported" {
  name = "Acme Inc"
}

data "jumpcloud_policy" "imported" {
  organization_id = data.jumpcloud_organization.imported.id
  name            = "Lock screen"
}

data "jumpcloud_system_group" "imported" {
  organization_id = data.jumpcloud_organization.imported.id
  name            = "Macs"
}

import {
  to = jumpcloud_policy_association.pilot
  id = "${data.jumpcloud_organization.imported.id}/${data.jumpcloud_policy.imported.id}/system_group/${data.jumpcloud_system_group.imported.id}"
}
