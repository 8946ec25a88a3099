resource "jumpcloud_policy" "macos_lock_screen" {
  organization_id = jumpcloud_organization.this.id
  name            = "macOS - Lock screen"
  template_name   = "lock_screen_darwin"
  values = {
    timeout = 300
  }
}

resource "jumpcloud_policy" "macos_login_window" {
  organization_id = jumpcloud_organization.this.id
  name            = "macOS - Login window"
  template_name   = "login_window_text_darwin"
  values = {
    LoginwindowText = "Property of \"Acme\": $${not} %%{a template}\nCall 555"
  }
}

resource "jumpcloud_policy" "macos_notifications" {
  organization_id = jumpcloud_organization.this.id
  name            = "macOS - Notifications"
  template_name   = "app_notifications_darwin"
  values = {
    AlertType        = "Persistent Banner"
    BundleIdentifier = "com.example.app"
    SoundsEnabled    = false
  }
}

resource "jumpcloud_policy" "windows_wi_fi" {
  organization_id = jumpcloud_organization.this.id
  name            = "Windows - Wi-Fi"
  template_name   = "wifi_configuration_windows"
  values = {
    SSID = "corp"
  }

  # The service never shows sensitive_values, and keeps what it has. To send what the variable holds, uncomment
  # these two lines. They need Terraform or OpenTofu 1.11 or later.
  # sensitive_values_wo         = one([for secret in [var.policy_windows_wi_fi_sensitive_values] : secret if nonsensitive(secret != null)])
  # sensitive_values_wo_version = nonsensitive(var.policy_windows_wi_fi_sensitive_values == null) ? null : 1
}
