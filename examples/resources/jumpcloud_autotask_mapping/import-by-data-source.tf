data "jumpcloud_integrations" "imported" {
  type = "autotask"
}

data "jumpcloud_organization" "imported" {
  name = "Acme Inc"
}

import {
  to = jumpcloud_autotask_mapping.this
  id = "${one(data.jumpcloud_integrations.imported.integrations).id}/${data.jumpcloud_organization.imported.id}"
}
