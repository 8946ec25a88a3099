data "jumpcloud_organization" "acme" {
  name = "Acme Inc"
}


# Stops a plan where the policy group is not bound to the device.
data "jumpcloud_policy_group_association" "kiosk" {
  organization_id = data.jumpcloud_organization.acme.id
  policy_group_id = "66b1f0a2c8d5e90001a1b2d4"
  target_type     = "system"
  target_id       = "66b1f0a2c8d5e90001a1b2f6"
}
