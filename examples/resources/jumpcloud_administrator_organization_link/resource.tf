data "jumpcloud_organization" "acme" {
  name = "Acme Inc"
}

resource "jumpcloud_provider_administrator" "lee" {
  email               = "lee@example.com"
  role                = "Help Desk"
  organization_access = "selected"
}

resource "jumpcloud_administrator_organization_link" "lee_acme" {
  administrator_id = jumpcloud_provider_administrator.lee.id
  organization_id  = data.jumpcloud_organization.acme.id
}
