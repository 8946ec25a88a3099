data "jumpcloud_organization" "imported" {
  name = "Acme Inc"
}

import {
  to = jumpcloud_organization.acme
  id = data.jumpcloud_organization.imported.id
}
