data "jumpcloud_organization" "acme" {
  name = "Acme Inc"
}


# Stops a plan where the policy is not bound to the device group.
data "jumpcloud_policy_association" "pilot" {
  organization_id = data.jumpcloud_organization.acme.id
  policy_id       = "66b1f0a2c8d5e90001a1b2e5"
  target_type     = "system_group"
  target_id       = "66b1f0a2c8d5e90001a1b2f6"
}
