# The golden tenant's policies in one organization.

terraform {
  required_providers {
    jumpcloud = {
      source = "seed-37bf88c1/jumpcloud"
    }
  }
}

variable "organization_id" {
  description = "ID of the organization."
  type        = string
}

variable "policies" {
  description = "Policies by name, as data jumpcloud_policies gives them in by_name."
  type        = any
}

# Secrets are not read from the golden tenant: a policy that has one is named in a
# warning, and gets it here through sensitive_values_wo.
resource "jumpcloud_policy" "this" {
  for_each = var.policies

  organization_id = var.organization_id
  name            = each.key
  notes           = each.value.notes
  template_name   = each.value.template_name
  values          = each.value.values
}
