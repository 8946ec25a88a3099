# Connects Autotask in one apply, from nothing. The secret is in neither state nor plan.

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

resource "jumpcloud_autotask_integration" "this" {
  username          = var.username
  secret_wo         = var.secret
  secret_wo_version = var.secret_version
}

resource "jumpcloud_autotask_settings" "this" {
  integration_id      = jumpcloud_autotask_integration.this.id
  company_types       = ["Customer"]
  automatic_ticketing = true
}

# Names are looked up: once the integration exists, a wrong one fails at plan. The company
# types of the settings decide which companies there are, so the settings come first.
resource "jumpcloud_autotask_mapping" "this" {
  for_each = var.tenants

  integration_id  = jumpcloud_autotask_settings.this.integration_id
  organization_id = each.value.organization_id
  company         = each.value.company
  contract        = each.value.contract
  service         = each.value.service
}

resource "jumpcloud_autotask_alert_configuration" "lockout" {
  alert          = "User Lockout"
  create_tickets = true
  priority       = "High"
  status         = "New"
  due_days       = 1
  on_destroy     = "restore"

  destination = {
    queue = "Monitoring Alert"
  }

  depends_on = [jumpcloud_autotask_settings.this]
}
