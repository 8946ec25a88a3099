resource "jumpcloud_policy" "lock_screen" {
  organization_id = "66b1f0a2c8d5e90001a1b2c3"
  name            = "macOS - Lock screen"
  template_name   = "lock_screen_darwin"

  values = {
    timeout = 300
  }
}

# Options are given by their label, or by their value on the wire.
resource "jumpcloud_policy" "notifications" {
  organization_id = "66b1f0a2c8d5e90001a1b2c3"
  name            = "macOS - Slack notifications"
  notes           = "Requested by the service desk."
  template_name   = "app_notifications_darwin"

  values = {
    BundleIdentifier = "com.tinyspeck.slackmacgap"
    AlertType        = "Temporary Banner"
    PreviewType      = "Always"
    BadgesEnabled    = true
  }
}

# A table is a list of objects.
resource "jumpcloud_policy" "registry" {
  organization_id = "66b1f0a2c8d5e90001a1b2c3"
  name            = "Windows - Disable LLMNR"
  template_name   = "custom_registry_keys_policy_windows"

  values = {
    customRegTable = [{
      customLocation  = "SOFTWARE\\Policies\\Microsoft\\Windows NT\\DNSClient"
      customValueName = "EnableMulticast"
      customRegType   = "DWORD"
      customData      = "0"
    }]
  }
}

# A file is base64.
resource "jumpcloud_policy" "profile" {
  organization_id = "66b1f0a2c8d5e90001a1b2c3"
  name            = "iOS - Restrictions"
  template_name   = "custom_mdm_profile_ios"

  values = {
    payload = filebase64("${path.module}/restrictions.mobileconfig")
  }
}
