resource "jumpcloud_policy" "llmnr" {
  name          = "Windows - Disable LLMNR"
  template_name = "custom_registry_keys_policy_windows"

  values = {
    customRegTable = provider::jumpcloud::registry_values([
      { location = "SOFTWARE\\Policies\\Microsoft\\Windows NT\\DNSClient", name = "EnableMulticast", data = false },
      { location = "SOFTWARE\\Policies\\Acme", name = "SupportUrl", type = "REG_SZ", data = "https://support.example.com" },
    ])
  }
}
