data "jumpcloud_integrations" "imported" {
  type = "syncro"
}

import {
  to = jumpcloud_syncro_settings.this
  id = one(data.jumpcloud_integrations.imported.integrations).id
}
