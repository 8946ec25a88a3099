data "jumpcloud_organization" "acme" {
  name = "Acme Inc"
}

data "jumpcloud_authn_policies" "all" {
  organization_id = data.jumpcloud_organization.acme.id
}

# Policies that are only watched.
output "watched" {
  value = [for p in data.jumpcloud_authn_policies.all.authn_policies : p.name if p.monitor_only]
}
