data "jumpcloud_organization" "acme" {
  name = "Acme Inc"
}

# All groups, of all types.
data "jumpcloud_groups" "all" {
  organization_id = data.jumpcloud_organization.acme.id
}

output "groups_by_type" {
  value = { for g in data.jumpcloud_groups.all.groups : g.type => g.name... }
}

data "jumpcloud_groups" "devices" {
  organization_id = data.jumpcloud_organization.acme.id
  type            = "system_group"
}
