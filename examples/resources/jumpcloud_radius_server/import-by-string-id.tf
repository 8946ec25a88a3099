import {
  to = jumpcloud_radius_server.office
  id = "66b1f0a2c8d5e90001a1b2c3/66b1f0a2c8d5e90001a1b2d4"
}
