import {
  to = jumpcloud_system_association.ada

  identity = {
    organization_id = "66b1f0a2c8d5e90001a1b2c3"
    system_id       = "66b1f0a2c8d5e90001a1b2d4"
    target_type     = "user"
    target_id       = "66b1f0a2c8d5e90001a1b2e5"
  }
}
