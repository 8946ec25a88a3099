# A policy with a secret in it. The password is an ephemeral variable and a
# write-only argument: JumpCloud gets it, plan and state do not. The template is
# one that the simulator made up, since no real one with a secret field is
# published.

terraform {
  required_version = ">= 1.11"

  required_providers {
    jumpcloud = {
      source = "seed-37bf88c1/jumpcloud"
    }
  }
}

provider "jumpcloud" {}

variable "organization_id" {
  type = string
}

variable "password" {
  type      = string
  ephemeral = true
}

resource "jumpcloud_policy" "wifi" {
  organization_id = var.organization_id
  name            = "Windows - Wi-Fi"
  template_name   = "wifi_configuration_windows"

  values = {
    SSID           = "office"
    AUTHENTICATION = "WPA3 Personal"
  }

  sensitive_values_wo         = { PASSPHRASE = var.password }
  sensitive_values_wo_version = 1
}
