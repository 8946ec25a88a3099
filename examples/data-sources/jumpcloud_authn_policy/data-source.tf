data "jumpcloud_organization" "acme" {
  name = "Acme Inc"
}

data "jumpcloud_authn_policy" "portal" {
  organization_id = data.jumpcloud_organization.acme.id
  name            = "User portal: MFA outside the office"
}

output "conditions" {
  value = data.jumpcloud_authn_policy.portal.conditions
}
