resource "jumpcloud_administrator_organization_link" "lee_acme" {
  administrator_id = jumpcloud_provider_administrator.lee.id
  organization_id  = jumpcloud_organization.acme.id
}
