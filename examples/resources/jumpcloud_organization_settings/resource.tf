resource "jumpcloud_organization" "acme" {
  name             = "Acme Inc"
  max_system_users = 60 # the seat cap belongs here, not to the settings
}

# Only what is configured is sent and watched.
resource "jumpcloud_organization_settings" "this" {
  organization_id  = jumpcloud_organization.acme.id
  contact_name     = "Kim at Example MSP"
  contact_email    = "kim@example.com"
  email_disclaimer = "Sent on behalf of Acme Inc."

  password_compliance = "custom" # without which the policy is not used
  password_policy = {
    enable_min_length  = true
    min_length         = 14
    enable_max_history = true
    max_history        = 10

    enable_max_login_attempts      = true
    max_login_attempts             = 6
    enable_lockout_time_in_seconds = true
    lockout_time_in_seconds        = 900
  }

  user_portal = {
    idle_session_duration_minutes = 60
    cookie_expiration_type        = "session"
  }

  new_system_user_state_defaults = {
    manual_entry       = "STAGED"
    csv_import         = "STAGED"
    application_import = "STAGED"
  }

  # Destroying sets back what was there before; the default leaves everything as it is.
  on_destroy = "restore"
}
