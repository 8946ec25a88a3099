data "jumpcloud_provider" "imported" {}

import {
  to = jumpcloud_provider_settings.this
  id = data.jumpcloud_provider.imported.id
}
