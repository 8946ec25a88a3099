import {
  to = jumpcloud_authn_policy.portal_outside_office

  identity = {
    organization_id = "66b1f0a2c8d5e90001a1b2c3"
    id              = "66b1f0a2c8d5e90001a1b2c4"
  }
}
