data "jumpcloud_organization" "acme" {
  name = "Acme Inc"
}


data "jumpcloud_policy_group" "baseline" {
  organization_id = data.jumpcloud_organization.acme.id
  name            = "Baseline"
}

output "baseline_policies" {
  value = data.jumpcloud_policy_group.baseline.policy_ids
}
