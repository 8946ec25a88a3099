# One file in tenants/ for each client. A new client is a pull request with one
# file, and one apply: ids of organizations need not be known when planning. A client
# whose organization exists already has its organization_id in the file.

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
provider "jumpcloud" {}

locals {
  files = fileset("${path.module}/tenants", "*.yaml")

  # By slug: the file's name, chosen once and never changed.
  roster = { for f in local.files : trimsuffix(f, ".yaml") => yamldecode(file("${path.module}/tenants/${f}")) }
}

module "tenant" {
  source   = "./modules/tenant"
  for_each = local.roster

  name               = each.value.name
  max_users          = try(each.value.max_users, null)
  office_ips         = try(each.value.office_ips, [])
  lock_after_seconds = try(each.value.lock_after_seconds, 300)
  deletion_policy    = var.deletion_policy

  # Billed through ConnectWise, once it is connected (examples/psa-connectwise).
  psa = var.connectwise_integration_id == null ? null : try(merge(each.value.psa, { integration_id = var.connectwise_integration_id }), null)
}

# By the file's name, too: a client that is renamed in the console keeps its key, and with it
# all that Terraform made.
import {
  for_each = { for slug, tenant in local.roster : slug => tenant.organization_id if can(tenant.organization_id) }
  to       = module.tenant[each.key].jumpcloud_organization.this
  id       = each.value
}
