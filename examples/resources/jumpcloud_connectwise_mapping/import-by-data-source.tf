data "jumpcloud_integrations" "imported" {
  type = "connectwise"
}

data "jumpcloud_organization" "imported" {
  name = "Acme Inc"
}

import {
  to = jumpcloud_connectwise_mapping.this
  id = "${one(data.jumpcloud_integrations.imported.integrations).id}/${data.jumpcloud_organization.imported.id}"
}
