data "jumpcloud_organization" "imported" {
  name = "Acme Inc"
}

data "jumpcloud_iplist" "imported" {
  organization_id = data.jumpcloud_organization.imported.id
  name            = "Office"
}

import {
  to = jumpcloud_iplist.offices
  id = "${data.jumpcloud_organization.imported.id}/${data.jumpcloud_iplist.imported.id}"
}
