import {
  to = jumpcloud_syncro_mapping.this
  id = "3f2a9c1e-5b7d-4e80-9a61-0c4d8e2f7b15/66b1f0a2c8d5e90001a1b2c3"
}
