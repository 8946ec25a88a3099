data "jumpcloud_policy" "golden" {
  organization_id = "66b1f0a2c8d5e90001a1b2c3"
  name            = "macOS - Lock screen"
}

# The same policy in another organization.
resource "jumpcloud_policy" "lock_screen" {
  organization_id = "66b1f0a2c8d5e90001a1b2e5"
  name            = data.jumpcloud_policy.golden.name
  notes           = data.jumpcloud_policy.golden.notes
  template_name   = data.jumpcloud_policy.golden.template_name
  values          = data.jumpcloud_policy.golden.values
}
