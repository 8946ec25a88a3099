data "jumpcloud_shareable_objects" "imported" {
  object_type = "application"
}

data "jumpcloud_organization" "imported" {
  name = "Acme Inc"
}

import {
  to = jumpcloud_organization_share.wiki_acme
  id = "application/${data.jumpcloud_shareable_objects.imported.ids_by_name["Wiki"]}/${data.jumpcloud_organization.imported.id}"
}
