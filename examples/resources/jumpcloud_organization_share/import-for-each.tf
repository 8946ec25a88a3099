# Keyed by organization id, which never changes: a slug follows the organization's name, and
# a new key would destroy the object and make another.
import {
  for_each = toset(["66b1f0a2c8d5e90001a1b2c3", "66b1f0a2c8d5e90001a1b2d9"])
  to       = jumpcloud_organization_share.baseline_acme[each.key]
  id       = "policy_group/66b1f0a2c8d5e90001a1b2d4/${each.key}"
}
