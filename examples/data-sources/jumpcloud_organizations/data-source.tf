# Without a filter: every organization that the credential reaches.
data "jumpcloud_organizations" "all" {}

data "jumpcloud_organizations" "dental" {
  name_contains = "dental"
}

# The same IP list in each of them.
resource "jumpcloud_iplist" "support" {
  for_each = data.jumpcloud_organizations.dental.id_by_slug

  organization_id = each.value
  name            = "Support"
  ips             = ["198.51.100.0/28"]
}

# Organizations that exist already, adopted by slug.
import {
  for_each = data.jumpcloud_organizations.all.organizations
  provider = jumpcloud
  to       = jumpcloud_organization.adopted[each.key]
  id       = each.value.id
}

resource "jumpcloud_organization" "adopted" {
  for_each = data.jumpcloud_organizations.all.organizations

  name             = each.value.name
  max_system_users = each.value.max_system_users
}
