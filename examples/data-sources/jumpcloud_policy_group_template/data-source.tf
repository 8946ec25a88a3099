data "jumpcloud_policy_group_template" "baseline" {
  name = "Baseline"
}

output "members" {
  value = data.jumpcloud_policy_group_template.baseline.members[*].name
}
