import {
  to = jumpcloud_organization_settings.this

  identity = {
    organization_id = "66b1f0a2c8d5e90001a1b2c3"
  }
}
