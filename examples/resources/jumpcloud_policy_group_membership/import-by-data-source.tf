data "jumpcloud_organization" "imported" {
  name = "Acme Inc"
}

data "jumpcloud_policy_group" "imported" {
  organization_id = data.jumpcloud_organization.imported.id
  name            = "Baseline"
}

data "jumpcloud_policy" "imported" {
  organization_id = data.jumpcloud_organization.imported.id
  name            = "Lock screen"
}

import {
  to = jumpcloud_policy_group_membership.usb
  id = "${data.jumpcloud_organization.imported.id}/${data.jumpcloud_policy_group.imported.id}/${data.jumpcloud_policy.imported.id}"
}
