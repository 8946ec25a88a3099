# Baselines are data, reviewed like code: a folder for each version, with where every
# policy comes from. Each tenant names the version it is on, and its exceptions: who
# owns one, why, and until when.

terraform {
  required_version = ">= 1.9"

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
  organization_ids = { for o in data.jumpcloud_organizations.all.organizations : o.name => o.id }

  files   = fileset("${path.module}/tenants", "*.yaml")
  tenants = { for f in local.files : trimsuffix(f, ".yaml") => yamldecode(file("${path.module}/tenants/${f}")) }

  # Version => file => what it holds.
  baselines = {
    for version in toset([for t in local.tenants : t.baseline]) : version => {
      for f in fileset("${path.module}/baselines/${version}", "*.yaml") : f => yamldecode(file("${path.module}/baselines/${version}/${f}"))
    }
  }

  # Version => policy => template, values and notes. A list of readable registry keys
  # becomes the template's table.
  policies = {
    for version, files in local.baselines : version => merge([
      for f in files : {
        for name, p in f.policies : name => {
          template = p.template
          notes    = "Baseline ${version}; ${f.source.origin} (${f.source.license}); ${join(", ", p.controls)}"
          values = merge(try(p.values, {}), {
            for field, rows in { customRegTable = try(p.registry, null) } :
            field => provider::jumpcloud::registry_values(rows) if rows != null
          })
        }
      }
    ]...)
  }
}

module "tenant" {
  source   = "./modules/tenant"
  for_each = local.tenants

  name            = each.value.name
  organization_id = local.organization_ids[each.value.name]
  policies        = local.policies[each.value.baseline]
  exceptions      = try(each.value.exceptions, {})
  today           = var.today
}
