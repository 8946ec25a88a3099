data "jumpcloud_organization" "acme" {
  name = "Acme Inc"
}

data "jumpcloud_iplist" "offices" {
  organization_id = data.jumpcloud_organization.acme.id
  name            = "Offices"
}

output "office_addresses" {
  value = data.jumpcloud_iplist.offices.ips
}
