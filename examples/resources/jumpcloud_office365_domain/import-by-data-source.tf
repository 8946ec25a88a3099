data "jumpcloud_organization" "imported" {
  name = "Acme Inc"
}

data "jumpcloud_office365" "imported" {
  organization_id = data.jumpcloud_organization.imported.id
}

data "jumpcloud_office365_domain" "imported" {
  organization_id = data.jumpcloud_organization.imported.id
  office365_id    = data.jumpcloud_office365.imported.id
  domain          = "example.com"
}

import {
  to = jumpcloud_office365_domain.example
  id = "${data.jumpcloud_organization.imported.id}/${data.jumpcloud_office365.imported.id}/${data.jumpcloud_office365_domain.imported.id}"
}
