data "jumpcloud_organization" "acme" {
  name = "Acme Inc"
}

# Stops a plan where the device is not in the group.
data "jumpcloud_system_group_membership" "lobby" {
  organization_id = data.jumpcloud_organization.acme.id
  system_group_id = "66b1f0a2c8d5e90001a1b2d4"
  system_id       = "66b1f0a2c8d5e90001a1b2f6"
}
