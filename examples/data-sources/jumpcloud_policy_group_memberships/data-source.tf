data "jumpcloud_organization" "acme" {
  name = "Acme Inc"
}


# In which groups is this policy?
data "jumpcloud_policy_group_memberships" "lock" {
  organization_id = data.jumpcloud_organization.acme.id
  policy_id       = "66b1f0a2c8d5e90001a1b2e5"
}

output "groups_with_lock" {
  value = data.jumpcloud_policy_group_memberships.lock.policy_group_ids
}
