import {
  to = jumpcloud_administrator_organization_link.lee_acme
  id = "66b1f0a2c8d5e90001a1b2d4/66b1f0a2c8d5e90001a1b2c3"
}
