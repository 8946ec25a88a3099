# A baseline in one organization, with its exceptions.

terraform {
  required_providers {
    jumpcloud = {
      source = "seed-37bf88c1/jumpcloud"
    }
  }
}

locals {
  today   = coalesce(var.today, formatdate("YYYY-MM-DD", plantimestamp()))
  expired = [for n, e in var.exceptions : "${n} (until ${e.until}, ${e.owner})" if timecmp("${e.until}T23:59:59Z", "${local.today}T00:00:00Z") < 0]
  unknown = [for n, e in var.exceptions : n if !contains(keys(var.policies), n)]

  wanted = {
    for n, p in var.policies : n => merge(p, { values = merge(p.values, try(var.exceptions[n].values, {})) })
    if !try(var.exceptions[n].skip, false)
  }
}

# Stops the plan of every policy below: none of them is planned without it.
resource "terraform_data" "exceptions" {
  input = keys(var.exceptions)

  lifecycle {
    precondition {
      condition     = length(local.expired) == 0
      error_message = "${var.name}: expired exceptions: ${join("; ", local.expired)}."
    }

    precondition {
      condition     = length(local.unknown) == 0
      error_message = "${var.name}: exceptions from policies that the baseline does not have: ${join("; ", local.unknown)}."
    }
  }
}

resource "jumpcloud_policy" "this" {
  for_each = local.wanted

  organization_id = var.organization_id
  name            = each.key
  notes           = each.value.notes
  template_name   = each.value.template
  values          = each.value.values

  depends_on = [terraform_data.exceptions]
}
