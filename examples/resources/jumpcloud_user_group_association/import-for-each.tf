# Keyed by organization id, which never changes: a slug follows the organization's name, and
# a new key would destroy the object and make another.
locals {
  imported = {
    "66b1f0a2c8d5e90001a1b2c3" = "66b1f0a2c8d5e90001a1b2d4/application/66b1f0a2c8d5e90001a1b2e5"
    "66b1f0a2c8d5e90001a1b2d9" = "66b1f0a2c8d5e90001a1b2da/application/66b1f0a2c8d5e90001a1b2fa"
  }
}

import {
  for_each = local.imported
  to       = jumpcloud_user_group_association.wiki[each.key]
  id       = "${each.key}/${each.value}"
}
