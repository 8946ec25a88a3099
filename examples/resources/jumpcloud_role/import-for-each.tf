# Keyed by a name of your own, which nobody changes in the console.
locals {
  imported = {
    first  = "66b1f0a2c8d5e90001a1b2e5"
    second = "66b1f0a2c8d5e90001a1b2ea"
  }
}

import {
  for_each = local.imported
  to       = jumpcloud_role.auditor[each.key]
  id       = each.value
}
