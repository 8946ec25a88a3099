data "jumpcloud_provider_administrator" "imported" {
  email = "lee@example.com"
}

import {
  to = jumpcloud_provider_administrator.lee
  id = data.jumpcloud_provider_administrator.imported.id
}
