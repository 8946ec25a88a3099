# What every tenant gets. Change it here and the next plan shows the change for
# all of them.

terraform {
  required_providers {
    jumpcloud = {
      source = "seed-37bf88c1/jumpcloud"
    }
  }
}

resource "jumpcloud_organization" "this" {
  name             = var.name
  max_system_users = var.max_users
  deletion_policy  = var.deletion_policy
}

resource "jumpcloud_iplist" "offices" {
  count = length(var.office_ips) > 0 ? 1 : 0

  organization_id = jumpcloud_organization.this.id
  name            = "Offices"
  description     = "Where ${var.name} works from. Managed by Terraform."
  ips             = var.office_ips
}

resource "jumpcloud_policy" "lock_mac" {
  organization_id = jumpcloud_organization.this.id
  name            = "macOS - Lock screen"
  template_name   = "lock_screen_darwin"
  values = {
    timeout = var.lock_after_seconds
  }
}

resource "jumpcloud_policy" "llmnr_windows" {
  organization_id = jumpcloud_organization.this.id
  name            = "Windows - Disable LLMNR"
  notes           = "Answers to multicast name queries give away password hashes."
  template_name   = "custom_registry_keys_policy_windows"
  values = {
    customRegTable = [
      {
        customLocation  = "SOFTWARE\\Policies\\Microsoft\\Windows NT\\DNSClient"
        customValueName = "EnableMulticast"
        customRegType   = "DWORD"
        customData      = "0"
      },
    ]
  }
}

resource "jumpcloud_policy" "usb_linux" {
  organization_id = jumpcloud_organization.this.id
  name            = "Linux - Disable USB storage"
  template_name   = "disable_usb_storage_linux"
  values = {
    disable_mtp = true
    disable_afc = true
    disable_mmc = false # card readers stay usable
  }
}

# Usage and tickets go to the client's company in ConnectWise.
resource "jumpcloud_connectwise_mapping" "this" {
  count = var.psa == null ? 0 : 1

  integration_id  = var.psa.integration_id
  organization_id = jumpcloud_organization.this.id
  company         = var.psa.company
  agreement       = var.psa.agreement
  addition        = var.psa.addition
}
