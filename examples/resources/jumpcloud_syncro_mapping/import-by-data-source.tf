data "jumpcloud_integrations" "imported" {
  type = "syncro"
}

data "jumpcloud_organization" "imported" {
  name = "Acme Inc"
}

import {
  to = jumpcloud_syncro_mapping.this
  id = "${one(data.jumpcloud_integrations.imported.integrations).id}/${data.jumpcloud_organization.imported.id}"
}
