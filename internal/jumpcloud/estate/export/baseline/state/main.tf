terraform {
  required_version = ">= 1.8"

  required_providers {
    jumpcloud = {
      source = "seed-37bf88c1/jumpcloud"
    }
  }
}

# Credentials come from the environment: JUMPCLOUD_API_KEY, or JUMPCLOUD_CLIENT_ID and JUMPCLOUD_CLIENT_SECRET.
provider "jumpcloud" {}

variable "secrets" {
  description = "By tenant and key of a policy, an object of the fields that the service never shows."
  type        = any
  default     = {}
  sensitive   = true
}

locals {
  # By the file's name, which is chosen once and never changed: it is the tenant's key in the state.
  tenants = {
    for file in fileset("${path.module}/tenants", "*.yaml") :
    trimsuffix(file, ".yaml") => yamldecode(file("${path.module}/tenants/${file}"))
  }

  baseline = merge([
    for file in fileset("${path.module}/../baselines", "*.yaml") : yamldecode(file("${path.module}/../baselines/${file}"))
  ]...)
}

module "tenant" {
  source   = "../modules/tenant"
  for_each = local.tenants

  tenant   = each.value
  baseline = local.baseline
  secrets  = try(var.secrets[each.key], {})
}

check "secrets" {
  assert {
    condition     = alltrue([for slug in nonsensitive(keys(var.secrets)) : contains(keys(local.tenants), slug)])
    error_message = "There are secrets of tenants that this state does not have: ${join(", ", setsubtract(nonsensitive(keys(var.secrets)), keys(local.tenants)))}."
  }
}
