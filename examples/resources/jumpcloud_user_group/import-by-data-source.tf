data "jumpcloud_organization" "imported" {
  name = "Acme Inc"
}

data "jumpcloud_user_group" "imported" {
  organization_id = data.jumpcloud_organization.imported.id
  name            = "Staff"
}

import {
  to = jumpcloud_user_group.staff
  id = "${data.jumpcloud_organization.imported.id}/${data.jumpcloud_user_group.imported.id}"
}
