# Connects ConnectWise in one apply, from nothing. The secret is in neither state nor plan.

terraform {
  required_version = ">= 1.11" # write-only arguments

  required_providers {
    jumpcloud = {
      source = "seed-37bf88c1/jumpcloud"
    }
  }
}

# The credential comes from JUMPCLOUD_API_KEY, or from JUMPCLOUD_CLIENT_ID and
# JUMPCLOUD_CLIENT_SECRET; integrations need a role with billing.
provider "jumpcloud" {}

resource "jumpcloud_connectwise_integration" "this" {
  url                    = var.url
  company_id             = var.company_id
  public_key             = var.public_key
  private_key_wo         = var.private_key
  private_key_wo_version = var.private_key_version
}

resource "jumpcloud_connectwise_settings" "this" {
  integration_id      = jumpcloud_connectwise_integration.this.id
  company_types       = ["Customer"]
  automatic_ticketing = true
}

# Names are looked up: once the integration exists, a wrong one fails at plan. The company
# types of the settings decide which companies there are, so the settings come first.
resource "jumpcloud_connectwise_mapping" "this" {
  for_each = var.tenants

  integration_id  = jumpcloud_connectwise_settings.this.integration_id
  organization_id = each.value.organization_id
  company         = each.value.company
  agreement       = each.value.agreement
  addition        = each.value.addition
}

resource "jumpcloud_connectwise_alert_configuration" "this" {
  for_each = {
    "User Lockout"           = { priority = "Priority 2 - High", due_days = 1 }
    "MDM Certificate Expiry" = { priority = "Priority 3 - Medium", due_days = 7 }
  }

  alert          = each.key
  create_tickets = true
  priority       = each.value.priority
  due_days       = each.value.due_days
  on_destroy     = "restore"

  depends_on = [jumpcloud_connectwise_settings.this]
}
