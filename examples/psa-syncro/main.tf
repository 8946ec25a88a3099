# Connects Syncro in one apply, from nothing. The secret is in neither state nor plan.

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

resource "jumpcloud_syncro_integration" "this" {
  subdomain            = var.subdomain
  api_token_wo         = var.api_token
  api_token_wo_version = var.api_token_version
}

resource "jumpcloud_syncro_settings" "this" {
  integration_id      = jumpcloud_syncro_integration.this.id
  automatic_ticketing = true
}

# Names are looked up: once the integration exists, a wrong one fails at plan.
resource "jumpcloud_syncro_mapping" "this" {
  for_each = var.tenants

  integration_id  = jumpcloud_syncro_integration.this.id
  organization_id = each.value.organization_id
  company         = each.value.company

  billing = {
    schedule  = each.value.schedule
    line_item = each.value.line_item
  }
}

resource "jumpcloud_syncro_alert_configuration" "lockout" {
  alert          = "User Lockout"
  create_tickets = true
  problem_type   = "Security"
  on_destroy     = "restore"

  depends_on = [jumpcloud_syncro_settings.this]
}
