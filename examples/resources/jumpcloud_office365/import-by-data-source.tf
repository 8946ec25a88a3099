data "jumpcloud_organization" "imported" {
  name = "Acme Inc"
}

data "jumpcloud_office365" "imported" {
  organization_id = data.jumpcloud_organization.imported.id
}

import {
  to = jumpcloud_office365.this
  id = "${data.jumpcloud_organization.imported.id}/${data.jumpcloud_office365.imported.id}"
}
