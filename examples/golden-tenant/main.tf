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

data "jumpcloud_policies" "golden" {
  organization_id = var.golden_tenant
  policy_group    = var.policy_group
  include_values  = true
}

module "tenant" {
  source = "./modules/tenant"

  # By organization id, which never changes. A slug follows the organization's name: a rename
  # would destroy the policies under the old key, and roll the golden tenant out to itself.
  for_each = setsubtract(data.jumpcloud_organizations.all.ids, [var.golden_tenant])

  organization_id = each.key
  policies        = data.jumpcloud_policies.golden.by_name
}
