data "jumpcloud_organization" "acme" {
  name = "Acme Inc"
}


data "jumpcloud_policy_groups" "acme" {
  organization_id = data.jumpcloud_organization.acme.id
}

output "baseline" {
  value = data.jumpcloud_policy_groups.acme.ids_by_name["Baseline"]
}
