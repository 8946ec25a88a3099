locals {
  imported = {
    ci    = "66b1f0a2c8d5e90001a1b2d4"
    drift = "66b1f0a2c8d5e90001a1b2da"
  }
}

import {
  for_each = local.imported
  to       = jumpcloud_service_account.ci[each.key]
  id       = each.value
}
