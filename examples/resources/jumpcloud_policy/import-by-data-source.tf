data "jumpcloud_organization" "imported" {
  name = "Acme Inc"
}

data "jumpcloud_policy" "imported" {
  organization_id = data.jumpcloud_organization.imported.id
  name            = "Lock screen"
}

import {
  to = jumpcloud_policy.lock_screen
  id = "${data.jumpcloud_organization.imported.id}/${data.jumpcloud_policy.imported.id}"
}
