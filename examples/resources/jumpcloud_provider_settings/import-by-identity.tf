import {
  to = jumpcloud_provider_settings.this

  identity = {
    id = "66b1f0a2c8d5e90001a1b2c0"
  }
}
