data "jumpcloud_organization" "acme" {
  name = "Acme Inc"
}


data "jumpcloud_policy_group" "baseline" {
  organization_id = data.jumpcloud_organization.acme.id
  name            = "Baseline"
}

data "jumpcloud_policy_group_associations" "baseline" {
  organization_id   = data.jumpcloud_organization.acme.id
  policy_group_id   = data.jumpcloud_policy_group.baseline.id
  include_effective = true
}

output "devices_with_baseline" {
  value = data.jumpcloud_policy_group_associations.baseline.effective.system_ids
}
