data "jumpcloud_organization" "acme" {
  name = "Acme Inc"
}


data "jumpcloud_policy_associations" "lock" {
  organization_id   = data.jumpcloud_organization.acme.id
  policy_id         = "66b1f0a2c8d5e90001a1b2e5"
  include_effective = true
}

# Through groups or directly: what a change of the policy will touch.
output "devices_touched" {
  value = length(data.jumpcloud_policy_associations.lock.effective.system_ids)
}
