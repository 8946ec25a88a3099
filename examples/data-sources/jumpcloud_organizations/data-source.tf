# Without a filter: every organization that the credential reaches.
data "jumpcloud_organizations" "all" {}

data "jumpcloud_organizations" "dental" {
  name_contains = "dental"
}

# The same IP list in each of them. Keyed by organization id, which never changes: a slug
# follows the name, and a renamed organization would lose its list and get another.
resource "jumpcloud_iplist" "support" {
  for_each = data.jumpcloud_organizations.dental.organizations_by_id

  organization_id = each.key
  name            = "Support"
  ips             = ["198.51.100.0/28"]
}

# Organizations that exist already, adopted.
import {
  for_each = data.jumpcloud_organizations.all.organizations_by_id
  to       = jumpcloud_organization.adopted[each.key]
  id       = each.key
}

resource "jumpcloud_organization" "adopted" {
  for_each = data.jumpcloud_organizations.all.organizations_by_id

  name             = each.value.name
  max_system_users = each.value.max_system_users
}
