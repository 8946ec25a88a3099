data "jumpcloud_organization" "acme" {
  name = "Acme Inc"
}

data "jumpcloud_office365" "this" {
  organization_id = data.jumpcloud_organization.acme.id
}

output "default_domain" {
  value = data.jumpcloud_office365.this.default_domain
}
