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

import {
  to = jumpcloud_iplist.globex_offices
  id = "386d43800000000000000002/386d4380000000000000000d"
}

import {
  to = jumpcloud_user_group.globex_staff
  id = "386d43800000000000000002/386d4380000000000000000a"
}

import {
  to = jumpcloud_authn_policy.globex_outside_the_offices
  id = "386d43800000000000000002/386d43800000000000000024"
}

import {
  to = jumpcloud_ldap_server.globex_jumpcloud
  id = "386d43800000000000000002/479a9e0520f45e22abb5984f"
}

import {
  to = jumpcloud_office365.globex_microsoft_365
  id = "386d43800000000000000002/386d4380000000000000000e"
}

import {
  to = jumpcloud_iplist.globex_00000003_offices
  id = "386d43800000000000000003/386d43800000000000000017"
}

import {
  to = jumpcloud_user_group.globex_00000003_servers
  id = "386d43800000000000000003/386d4380000000000000002a"
}

import {
  to = jumpcloud_user_group.globex_00000003_staff
  id = "386d43800000000000000003/386d43800000000000000014"
}

import {
  to = jumpcloud_authn_policy.globex_00000003_outside_the_offices
  id = "386d43800000000000000003/386d43800000000000000025"
}

import {
  to = jumpcloud_radius_server.globex_00000003_wi_fi
  id = "386d43800000000000000003/386d43800000000000000018"
}

import {
  to = jumpcloud_ldap_server.globex_00000003_jumpcloud
  id = "386d43800000000000000003/c101186aeec1c8c40ee5feed"
}

import {
  to = jumpcloud_iplist.organization_1st_choice_ltd_offices
  id = "386d43800000000000000004/386d43800000000000000022"
}

import {
  to = jumpcloud_user_group.organization_1st_choice_ltd_staff
  id = "386d43800000000000000004/386d4380000000000000001f"
}

import {
  to = jumpcloud_authn_policy.organization_1st_choice_ltd_outside_the_offices
  id = "386d43800000000000000004/386d43800000000000000026"
}

import {
  to = jumpcloud_ldap_server.organization_1st_choice_ltd_jumpcloud
  id = "386d43800000000000000004/88c44f478bc2e57d06681f6a"
}
