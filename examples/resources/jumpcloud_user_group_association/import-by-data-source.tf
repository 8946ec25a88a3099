data "jumpcloud_organization" "imported" {
  name = "Acme Inc"
}

data "jumpcloud_user_group" "imported" {
  organization_id = data.jumpcloud_organization.imported.id
  name            = "Staff"
}

data "jumpcloud_application" "imported" {
  organization_id = data.jumpcloud_organization.imported.id
  name            = "Wiki"
}

import {
  to = jumpcloud_user_group_association.wiki
  id = "${data.jumpcloud_organization.imported.id}/${data.jumpcloud_user_group.imported.id}/application/${data.jumpcloud_application.imported.id}"
}
