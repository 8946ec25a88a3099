data "jumpcloud_organization" "acme" {
  name = "Acme Inc"
}


data "jumpcloud_system_group" "macs" {
  organization_id = data.jumpcloud_organization.acme.id
  name            = "Macs"
}

# The query as the service shows it, to copy into a resource.
output "query" {
  value = data.jumpcloud_system_group.macs.member_query
}

output "policies_on_macs" {
  value = data.jumpcloud_system_group.macs.effective_policy_ids
}
