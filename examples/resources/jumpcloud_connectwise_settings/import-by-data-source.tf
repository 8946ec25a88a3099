data "jumpcloud_integrations" "imported" {
  type = "connectwise"
}

import {
  to = jumpcloud_connectwise_settings.this
  id = one(data.jumpcloud_integrations.imported.integrations).id
}
