# Keyed by a name of your own, which nobody changes in the console.
locals {
  imported = {
    first  = "8d1f6c52-3a7e-4b90-8c24-5e0f9a7b6d31"
    second = "8d1f6c52-3a7e-4b90-8c24-5e0f9a7b6d3a"
  }
}

import {
  for_each = local.imported
  to       = jumpcloud_autotask_alert_configuration.this[each.key]
  id       = each.value
}
