data "jumpcloud_administrator_organization_links" "acme" {
  organization_id = "66b1f0a2c8d5e90001a1b2c3"
}

output "who_sees_acme" {
  value = data.jumpcloud_administrator_organization_links.acme.administrator_ids
}
