import {
  to = jumpcloud_syncro_settings.this

  identity = {
    integration_id = "3f2a9c1e-5b7d-4e80-9a61-0c4d8e2f7b15"
  }
}
