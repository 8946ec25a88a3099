data "jumpcloud_organization" "acme" {
  name = "Acme Inc"
}

data "jumpcloud_office365" "this" {
  organization_id = data.jumpcloud_organization.acme.id
}

resource "jumpcloud_office365_domain" "example" {
  organization_id = data.jumpcloud_organization.acme.id
  office365_id    = data.jumpcloud_office365.this.id
  domain          = "example.com"
}
