data "jumpcloud_shareable_objects" "applications" {
  object_type = "application"
}

data "jumpcloud_organization" "imported" {
  name = "Acme Inc"
}

import {
  to = jumpcloud_organization_share.wiki_acme
  id = "application/${data.jumpcloud_shareable_objects.applications.ids_by_name["Wiki"]}/${data.jumpcloud_organization.imported.id}"
}
