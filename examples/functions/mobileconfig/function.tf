resource "jumpcloud_policy" "wifi" {
  name          = "macOS - Wi-Fi"
  template_name = "custom_mdm_profile_darwin"

  values = {
    payload          = provider::jumpcloud::mobileconfig(file("${path.module}/wifi.mobileconfig"))
    redispatchPolicy = true
  }
}
