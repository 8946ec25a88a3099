import {
  to = jumpcloud_service_account.ci
  id = "66b1f0a2c8d5e90001a1b2d4"
}
