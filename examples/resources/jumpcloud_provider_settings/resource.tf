# Only what is configured is sent and watched.
resource "jumpcloud_provider_settings" "this" {
  require_admin_mfa = true

  contact = {
    name  = "Operations"
    email = "ops@example.com"
  }
}
