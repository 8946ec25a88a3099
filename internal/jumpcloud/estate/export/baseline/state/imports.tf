# Needed for the first apply only. Delete this file and the folder imports/ after it.

locals {
  imports = {
    for file in fileset("${path.module}/imports", "*.yaml") :
    trimsuffix(file, ".yaml") => yamldecode(file("${path.module}/imports/${file}"))
  }

  imported = {
    for section in ["policies", "system_groups", "policy_groups"] : section => merge([
      for slug, tenant in local.imports : {
        for key, id in try(tenant[section], {}) : "${slug}/${key}" => { slug = slug, key = key, id = id }
      }
    ]...)
  }
}

import {
  for_each = local.imports
  to       = module.tenant[each.key].jumpcloud_organization.this
  id       = each.value.organization
}

import {
  for_each = local.imported.policies
  to       = module.tenant[each.value.slug].jumpcloud_policy.this[each.value.key]
  id       = each.value.id
}

import {
  for_each = local.imported.system_groups
  to       = module.tenant[each.value.slug].jumpcloud_system_group.this[each.value.key]
  id       = each.value.id
}

import {
  for_each = local.imported.policy_groups
  to       = module.tenant[each.value.slug].jumpcloud_policy_group.this[each.value.key]
  id       = each.value.id
}
