data "jumpcloud_organization" "acme" {
  name = "Acme Inc"
}

# Stops a plan where the policy is not bound to the device group.
data "jumpcloud_system_group_association" "lock" {
  organization_id = data.jumpcloud_organization.acme.id
  system_group_id = "66b1f0a2c8d5e90001a1b2d4"
  target_type     = "policy"
  target_id       = "66b1f0a2c8d5e90001a1b2f6"
}
