data "jumpcloud_organization" "imported" {
  name = "Acme Inc"
}

data "jumpcloud_policy_group" "imported" {
  organization_id = data.jumpcloud_organization.imported.id
  name            = "Baseline"
}

import {
  to = jumpcloud_policy_group_from_template.baseline
  id = "${data.jumpcloud_organization.imported.id}/${data.jumpcloud_policy_group.imported.id}"
}
