data "jumpcloud_organization" "acme" {
  name = "Acme Inc"
}


# Stops a plan where somebody took the policy out of the group.
data "jumpcloud_policy_group_membership" "lock" {
  organization_id = data.jumpcloud_organization.acme.id
  policy_group_id = "66b1f0a2c8d5e90001a1b2d4"
  policy_id       = "66b1f0a2c8d5e90001a1b2e5"
}
