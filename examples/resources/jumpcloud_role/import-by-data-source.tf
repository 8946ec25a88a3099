data "jumpcloud_roles" "imported" {}

import {
  to = jumpcloud_role.auditor
  id = one([for role in data.jumpcloud_roles.imported.roles : role.id if role.name == "Auditor"])
}
