data "jumpcloud_provider_administrator" "imported" {
  email = "lee@example.com"
}

data "jumpcloud_organization" "imported" {
  name = "Acme Inc"
}

import {
  to = jumpcloud_administrator_organization_link.lee_acme
  id = "${data.jumpcloud_provider_administrator.imported.id}/${data.jumpcloud_organization.imported.id}"
}
