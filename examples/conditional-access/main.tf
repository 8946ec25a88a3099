# Conditional access for every client, the same rule everywhere: the user portal asks
# for a second factor outside the offices and on devices that JumpCloud does not manage.
#
# It goes out ring by ring. In a ring that is not enforced yet the policies only watch:
# look at the sign-ins that they would have stopped, then add the ring to enforced_rings.
# The group of emergency accounts is always left out.

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

data "jumpcloud_organization" "tenant" {
  for_each = var.tenants

  name = each.key
}

module "tenant" {
  source   = "./modules/tenant"
  for_each = var.tenants

  organization_id = data.jumpcloud_organization.tenant[each.key].id
  office_ips      = each.value.office_ips
  monitor_only    = !contains(var.enforced_rings, each.value.ring)
}
