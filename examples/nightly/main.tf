# What somebody should look at in the morning, as checks: they warn and change nothing. A
# configuration of its own, so that it needs no state of the others and may be read-only.

terraform {
  required_version = ">= 1.8"

  required_providers {
    jumpcloud = {
      source = "seed-37bf88c1/jumpcloud"
    }
  }
}

# The credential comes from JUMPCLOUD_API_KEY, or from JUMPCLOUD_CLIENT_ID and
# JUMPCLOUD_CLIENT_SECRET; the place from JUMPCLOUD_REGION or JUMPCLOUD_API_URL.
provider "jumpcloud" {
  read_only = true
}

check "compliance" {
  data "jumpcloud_policy_compliance" "fleet" {}

  assert {
    condition = alltrue([for o in data.jumpcloud_policy_compliance.fleet.by_organization : o.failed == 0])
    error_message = join("\n", [
      for o in data.jumpcloud_policy_compliance.fleet.by_organization : "${o.name}: ${o.failed} failures on ${length(o.failing_system_ids)} devices" if o.failed > 0
    ])
  }

  assert {
    condition     = length(data.jumpcloud_policy_compliance.fleet.missing_organizations) == 0
    error_message = "Not read: ${jsonencode(data.jumpcloud_policy_compliance.fleet.missing_organizations)}"
  }
}

check "licenses" {
  data "jumpcloud_billing_details" "this" {}

  assert {
    condition     = data.jumpcloud_billing_details.this.assigned_licenses <= data.jumpcloud_billing_details.this.purchased_licenses
    error_message = "${data.jumpcloud_billing_details.this.assigned_licenses} licenses are in use, and ${data.jumpcloud_billing_details.this.purchased_licenses} were purchased."
  }
}

check "administrators" {
  data "jumpcloud_provider_administrators" "all" {}

  assert {
    condition     = alltrue([for a in data.jumpcloud_provider_administrators.all.administrators : a.multi_factor])
    error_message = "Without MFA: ${join(", ", [for a in data.jumpcloud_provider_administrators.all.administrators : a.email if !a.multi_factor])}"
  }
}

# One for each PSA that is connected; without one, nothing is looked at.
data "jumpcloud_integrations" "all" {
  for_each = toset(["autotask", "connectwise", "syncro"])

  type = each.key
}

data "jumpcloud_integration_sync_errors" "recent" {
  for_each = { for type, i in data.jumpcloud_integrations.all : type => i.integrations[0].id if length(i.integrations) > 0 }

  type           = each.key
  integration_id = each.value
  since          = "24h"
}

check "psa_sync" {
  assert {
    condition = alltrue([for e in data.jumpcloud_integration_sync_errors.recent : length(e.errors) == 0])
    error_message = join("\n", flatten([
      for type, e in data.jumpcloud_integration_sync_errors.recent : [for x in e.errors : "${type}: ${coalesce(x.organization_name, x.organization_id)}: ${x.message}"]
    ]))
  }
}
