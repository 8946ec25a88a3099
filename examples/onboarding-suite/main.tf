# One file in clients/ for each client, one apply for four systems: devices (JumpCloud), help
# desk (Zammad), telemetry (Bindplane) and training (NexPort).

terraform {
  required_version = ">= 1.11"

  required_providers {
    jumpcloud = {
      source = "seed-37bf88c1/jumpcloud"
    }
    zammad = {
      source = "seed-37bf88c1/zammad"
    }
    bindplaneadmin = {
      source = "seed-37bf88c1/bindplaneadmin"
    }
    nexport = {
      source = "seed-37bf88c1/nexport"
    }
  }
}

# Addresses and credentials come from the environment; README.md lists the variables.
provider "jumpcloud" {}

provider "zammad" {}

provider "bindplaneadmin" {}

provider "nexport" {}

locals {
  files = fileset("${path.module}/clients", "*.yaml")

  # By slug: the file's name, chosen once and never changed.
  roster = { for f in local.files : trimsuffix(f, ".yaml") => yamldecode(file("${path.module}/clients/${f}")) }
}

# The organization with its baseline, as examples/onboarding makes it.
module "devices" {
  source   = "../onboarding/modules/tenant"
  for_each = local.roster

  name               = each.value.name
  max_users          = try(each.value.max_users, null)
  office_ips         = try(each.value.office_ips, [])
  lock_after_seconds = try(each.value.lock_after_seconds, 300)
  deletion_policy    = var.offboarding ? "abandon" : "prevent"
}

resource "zammad_organization" "client" {
  for_each = local.roster

  name              = each.value.name
  domain            = each.value.domain
  domain_assignment = true # whoever writes from there becomes a member
  note              = "Managed by Terraform"
}

resource "bindplaneadmin_organization" "client" {
  for_each = local.roster

  display_name           = each.value.name
  initial_project_name   = "Production"
  accept_eula            = true # the plan says what is accepted
  license_key_wo         = var.licenses[each.key]
  license_key_wo_version = 1
  secret_key_in_state    = false
  deletion_policy        = var.offboarding ? "delete" : "prevent"
}

# The API makes no organizations: somebody has made the client's in the console.
data "nexport_organization" "client" {
  for_each = local.roster

  short_name = each.value.training
}

resource "nexport_user" "contact" {
  for_each = local.roster

  owner_organization_id = data.nexport_organization.client[each.key].id
  login                 = each.value.contact.email
  first_name            = each.value.contact.first_name
  last_name             = each.value.contact.last_name
  email                 = each.value.contact.email
  password_wo           = var.first_passwords[each.key]
  password_wo_version   = 1
}

resource "nexport_subscription" "contact" {
  for_each = local.roster

  organization_id = data.nexport_organization.client[each.key].id
  user_id         = nexport_user.contact[each.key].id
}

output "clients" {
  description = "What each client is in the four systems, by slug."
  value = {
    for slug, client in local.roster : slug => {
      jumpcloud_organization_id = module.devices[slug].organization_id
      zammad_organization_id    = zammad_organization.client[slug].id
      bindplane_organization_id = bindplaneadmin_organization.client[slug].id
      bindplane_project_id      = bindplaneadmin_organization.client[slug].initial_project_id
      nexport_subscription_id   = nexport_subscription.contact[slug].id
    }
  }
}
