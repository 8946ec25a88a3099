resource "jumpcloud_policy" "inactivity" {
  name          = "Windows - Lock after 10 minutes"
  template_name = "custom_oma_uri_mdm_windows"

  values = {
    uriList = provider::jumpcloud::oma_uri_values([
      { uri = "./Device/Vendor/MSFT/Policy/Config/DeviceLock/MaxInactivityTimeDeviceLock", value = 10 },
    ])
  }
}
