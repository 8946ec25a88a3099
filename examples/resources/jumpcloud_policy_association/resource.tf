# One policy on one device group, whatever else the policy is bound to.
data "jumpcloud_policies" "acme" {
  organization_id = var.organization_id
}

data "jumpcloud_system_group" "pilot" {
  organization_id = var.organization_id
  name            = "Pilot devices"
}

resource "jumpcloud_policy_association" "pilot" {
  organization_id = var.organization_id
  policy_id       = data.jumpcloud_policies.acme.ids_by_name["macOS - Lock screen"]
  target_type     = "system_group"
  target_id       = data.jumpcloud_system_group.pilot.id
}

variable "organization_id" {
  description = "ID of the organization."
  type        = string
}
