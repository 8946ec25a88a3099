# Keyed by a name of your own, which nobody changes in the console.
locals {
  imported = {
    first  = "3f2a9c1e-5b7d-4e80-9a61-0c4d8e2f7b15"
    second = "3f2a9c1e-5b7d-4e80-9a61-0c4d8e2f7b1a"
  }
}

import {
  for_each = local.imported
  to       = jumpcloud_connectwise_settings.this[each.key]
  id       = each.value
}
