data "jumpcloud_organization" "acme" {
  name = "Acme Inc"
}

data "jumpcloud_system_group" "kiosks" {
  organization_id = data.jumpcloud_organization.acme.id
  name            = "Kiosks"
}

data "jumpcloud_system_group_memberships" "kiosks" {
  organization_id = data.jumpcloud_organization.acme.id
  system_group_id = data.jumpcloud_system_group.kiosks.id
}

output "kiosks" {
  value = data.jumpcloud_system_group_memberships.kiosks.system_ids
}
