import {
  to = jumpcloud_organization_share.baseline_acme
  id = "policy_group/66b1f0a2c8d5e90001a1b2d4/66b1f0a2c8d5e90001a1b2c3"
}
