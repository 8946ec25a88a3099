# One organization is kept in the console, as the golden tenant: its policies in the
# policy group "Baseline" are what every other one gets. The plan shows each change
# that somebody made there, for every client, before it is rolled out.

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

data "jumpcloud_organizations" "all" {}

locals {
  # By slug, which the provider makes of the organization's name.
  organization_ids = data.jumpcloud_organizations.all.id_by_slug
}

data "jumpcloud_policies" "golden" {
  organization_id = local.organization_ids[var.golden_tenant]
  policy_group    = var.policy_group
  include_values  = true
}

module "tenant" {
  source   = "./modules/tenant"
  for_each = { for slug, id in local.organization_ids : slug => id if slug != var.golden_tenant }

  organization_id = each.value
  policies        = data.jumpcloud_policies.golden.by_name
}
