data "jumpcloud_organization" "imported" {
  name = "Acme Inc"
}

import {
  to = jumpcloud_organization_settings.this
  id = data.jumpcloud_organization.imported.id
}
