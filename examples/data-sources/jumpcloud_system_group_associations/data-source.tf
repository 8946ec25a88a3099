data "jumpcloud_organization" "acme" {
  name = "Acme Inc"
}

data "jumpcloud_system_group" "kiosks" {
  organization_id = data.jumpcloud_organization.acme.id
  name            = "Kiosks"
}

# What is bound to the group: to see what it loses before it is replaced.
data "jumpcloud_system_group_associations" "kiosks" {
  organization_id = data.jumpcloud_organization.acme.id
  system_group_id = data.jumpcloud_system_group.kiosks.id
}

output "policies_of_kiosks" {
  value = data.jumpcloud_system_group_associations.kiosks.policy_ids
}
