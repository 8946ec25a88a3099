data "jumpcloud_configured_policy_template" "lock" {
  name = "macOS - Lock screen"
}

resource "jumpcloud_policy" "lock" {
  organization_id = "66b1f0a2c8d5e90001a1b2c3"
  name            = data.jumpcloud_configured_policy_template.lock.name
  template_name   = data.jumpcloud_configured_policy_template.lock.template_name
  values          = data.jumpcloud_configured_policy_template.lock.values
}
