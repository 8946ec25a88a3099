import {
  to = jumpcloud_office365_translation_rule.manager
  id = "66b1f0a2c8d5e90001a1b2c3/66b1f0a2c8d5e90001a1b2c5/66b1f0a2c8d5e90001a1b2c4"
}
