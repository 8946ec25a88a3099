data "jumpcloud_organization" "acme" {
  name = "Acme Inc"
}

data "jumpcloud_radius_servers" "acme" {
  organization_id = data.jumpcloud_organization.acme.id
}

# Networks that let people in without a second factor.
output "without_mfa" {
  value = [for s in data.jumpcloud_radius_servers.acme.radius_servers : s.name if s.mfa == "DISABLED"]
}
