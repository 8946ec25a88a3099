data "jumpcloud_organization" "imported" {
  name = "Acme Inc"
}

data "jumpcloud_authn_policy" "imported" {
  organization_id = data.jumpcloud_organization.imported.id
  name            = "User portal: MFA outside the office"
}

import {
  to = jumpcloud_authn_policy.portal_outside_office
  id = "${data.jumpcloud_organization.imported.id}/${data.jumpcloud_authn_policy.imported.id}"
}
