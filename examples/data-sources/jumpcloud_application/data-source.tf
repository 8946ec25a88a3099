data "jumpcloud_organization" "acme" {
  name = "Acme Inc"
}

data "jumpcloud_application" "wiki" {
  organization_id = data.jumpcloud_organization.acme.id
  name            = "Wiki"
}

output "wiki" {
  value = data.jumpcloud_application.wiki.id
}
