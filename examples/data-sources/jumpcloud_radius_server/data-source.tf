data "jumpcloud_organization" "acme" {
  name = "Acme Inc"
}

data "jumpcloud_radius_server" "office" {
  organization_id = data.jumpcloud_organization.acme.id
  name            = "Office"
}

output "office_address" {
  value = data.jumpcloud_radius_server.office.network_source_ip
}
