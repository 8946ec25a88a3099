# Keyed by organization id, which never changes: a slug follows the organization's name, and
# a new key would destroy the object and make another.
import {
  for_each = toset(["66b1f0a2c8d5e90001a1b2c3", "66b1f0a2c8d5e90001a1b2d9"])
  to       = jumpcloud_connectwise_mapping.this[each.key]
  id       = "3f2a9c1e-5b7d-4e80-9a61-0c4d8e2f7b15/${each.key}"
}
