data "jumpcloud_organization" "imported" {
  name = "Acme Inc"
}

data "jumpcloud_policy_group" "imported" {
  organization_id = data.jumpcloud_organization.imported.id
  name            = "Baseline"
}

data "jumpcloud_system_group" "imported" {
  organization_id = data.jumpcloud_organization.imported.id
  name            = "Macs"
}

import {
  to = jumpcloud_policy_group_association.kiosk
  id = "${data.jumpcloud_organization.imported.id}/${data.jumpcloud_policy_group.imported.id}/system_group/${data.jumpcloud_system_group.imported.id}"
}
