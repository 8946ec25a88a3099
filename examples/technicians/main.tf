# Technicians by team: each has one role and sees some organizations. Least privilege
# is data; whoever reviews a change to it sees who gets to see what.

terraform {
  required_version = ">= 1.8"

  required_providers {
    jumpcloud = {
      source = "seed-37bf88c1/jumpcloud"
    }
  }
}

# The credential comes from JUMPCLOUD_API_KEY: it needs the role "Administrator With
# Billing", since nobody else may add administrators.
provider "jumpcloud" {}

data "jumpcloud_organizations" "all" {}

locals {
  organization_ids = { for o in data.jumpcloud_organizations.all.organizations : o.name => o.id }

  access = merge([
    for email, t in var.technicians : {
      for name in t.organizations : "${email}/${name}" => { email = email, organization = name }
    }
  ]...)
}

# A role of our own, between Help Desk and Manager.
resource "jumpcloud_role" "tier1" {
  name        = "Tier 1"
  description = "Reads everything of a client, changes groups"

  scopes = ["groups", "groups.readonly", "organizations.readonly", "systems.readonly", "users.readonly"]
}

resource "jumpcloud_provider_administrator" "technician" {
  for_each = var.technicians

  email      = each.key
  first_name = each.value.first_name
  last_name  = each.value.last_name

  # A role of this configuration is not there yet when the first plan is made, so it goes by id.
  role    = each.value.role == jumpcloud_role.tier1.name ? null : each.value.role
  role_id = each.value.role == jumpcloud_role.tier1.name ? jumpcloud_role.tier1.id : null

  organization_access = "selected" # none but the links below; "all" is the API's default
  api_access          = false
  multi_factor        = true
}

resource "jumpcloud_administrator_organization_link" "technician" {
  for_each = local.access

  administrator_id = jumpcloud_provider_administrator.technician[each.value.email].id
  organization_id  = local.organization_ids[each.value.organization]
}
