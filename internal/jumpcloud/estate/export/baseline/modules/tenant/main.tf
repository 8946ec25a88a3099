# What every tenant gets. Change it here, and the next plan shows the change for all of them.

terraform {
  required_providers {
    jumpcloud = {
      source = "seed-37bf88c1/jumpcloud"
    }
  }
}

locals {
  exceptions = try(var.tenant.exceptions, {})

  # The baseline as this tenant has it. The values of an exception replace those of the same
  # name; null takes one away.
  baseline = {
    for key, policy in var.baseline : key => merge(
      policy,
      try(local.exceptions[key], {}),
      try({ values = { for field, value in merge(policy.values, local.exceptions[key].values) : field => value if value != null } }, {}),
    ) if !try(local.exceptions[key].skip, false)
  }

  policies = merge(local.baseline, try(var.tenant.policies, {}))
  secrets  = nonsensitive(keys(var.secrets)) # which policies have one, not what it is

  strangers = [for key in keys(local.exceptions) : key if !contains(keys(var.baseline), key)]
  unclaimed = [for key in local.secrets : key if !contains(keys(local.policies), key)]
}

resource "jumpcloud_organization" "this" {
  name             = var.tenant.name
  max_system_users = try(var.tenant.max_system_users, null)

  lifecycle {
    precondition {
      condition     = length(local.strangers) == 0
      error_message = "${var.tenant.name}: exceptions from policies that the baseline does not have: ${join("; ", local.strangers)}."
    }

    precondition {
      condition     = length(local.unclaimed) == 0
      error_message = "${var.tenant.name}: secrets of policies that the tenant does not have: ${join("; ", local.unclaimed)}."
    }
  }
}

resource "jumpcloud_policy" "this" {
  for_each = local.policies

  organization_id = jumpcloud_organization.this.id
  name            = try(each.value.name, each.key)
  notes           = try(each.value.notes, null)
  template_name   = each.value.template_name
  values          = try(each.value.values, null)

  # To send secrets, uncomment these two lines. They need Terraform or OpenTofu 1.11 or later. Where there is no
  # secret they are null, and not a secret null, which Terraform plans as an update.
  # sensitive_values_wo         = one([for key in local.secrets : var.secrets[key] if key == each.key])
  # sensitive_values_wo_version = contains(local.secrets, each.key) ? try(each.value.secrets_version, 1) : null
}

check "secrets_are_sent" {
  assert {
    condition     = alltrue([for key in local.secrets : try(jumpcloud_policy.this[key].sensitive_values_wo_version != null, true)])
    error_message = "${var.tenant.name}: secrets of policies are given and not sent. Uncomment the lines sensitive_values_wo in modules/tenant/main.tf. They need Terraform or OpenTofu 1.11 or later."
  }
}

resource "jumpcloud_system_group" "this" {
  for_each = try(var.tenant.system_groups, {})

  organization_id           = jumpcloud_organization.this.id
  name                      = try(each.value.name, each.key)
  description               = try(each.value.description, null)
  membership_method         = try(each.value.membership_method, null)
  member_query              = try(each.value.member_query, null)
  member_query_exemptions   = try(each.value.member_query_exemptions, null)
  member_suggestions_notify = try(each.value.member_suggestions_notify, null)
}

resource "jumpcloud_policy_group" "this" {
  for_each = try(var.tenant.policy_groups, {})

  organization_id = jumpcloud_organization.this.id
  name            = try(each.value.name, each.key)
  description     = try(each.value.description, null)

  # "baseline: true" means all policies of the baseline that the tenant has. A group that names
  # no policies leaves them to others.
  policy_ids = can(each.value.baseline) || can(each.value.policies) ? [
    for key in concat(try(each.value.baseline, false) ? keys(local.baseline) : [], try(each.value.policies, [])) : jumpcloud_policy.this[key].id
  ] : null

  system_group_ids = can(each.value.system_groups) ? [
    for key in each.value.system_groups : jumpcloud_system_group.this[key].id
  ] : null
}
