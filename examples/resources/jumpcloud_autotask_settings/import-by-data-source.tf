data "jumpcloud_integrations" "imported" {
  type = "autotask"
}

import {
  to = jumpcloud_autotask_settings.this
  id = one(data.jumpcloud_integrations.imported.integrations).id
}
