data "jumpcloud_organization" "imported" {
  name = "Acme Inc"
}

data "jumpcloud_office365" "imported" {
  organization_id = data.jumpcloud_organization.imported.id
}

data "jumpcloud_office365_translation_rule" "imported" {
  organization_id = data.jumpcloud_organization.imported.id
  office365_id    = data.jumpcloud_office365.imported.id
  built_in        = "user_manager"
}

import {
  to = jumpcloud_office365_translation_rule.manager
  id = "${data.jumpcloud_organization.imported.id}/${data.jumpcloud_office365.imported.id}/${data.jumpcloud_office365_translation_rule.imported.id}"
}
