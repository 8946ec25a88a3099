import {
  to = jumpcloud_user.ada

  identity = {
    organization_id = "66b1f0a2c8d5e90001a1b2c3"
    id              = "66b1f0a2c8d5e90001a1b2d4"
  }
}
