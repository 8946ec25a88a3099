import {
  to = jumpcloud_office365_translation_rule.manager

  identity = {
    organization_id = "66b1f0a2c8d5e90001a1b2c3"
    office365_id    = "66b1f0a2c8d5e90001a1b2c5"
    id              = "66b1f0a2c8d5e90001a1b2c4"
  }
}
