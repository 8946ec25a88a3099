import {
  to = jumpcloud_role.auditor
  id = "66b1f0a2c8d5e90001a1b2e5"
}
