resource "jumpcloud_organization" "acme" {
  name = "Acme Inc"
}

resource "jumpcloud_iplist" "offices" {
  organization_id = jumpcloud_organization.acme.id
  name            = "Offices"
  description     = "Where people work; conditional access refers to it"

  ips = [
    "198.51.100.7",
    "203.0.113.0/24",
    "192.0.2.10 - 192.0.2.20",
    "2001:db8::/32",
  ]
}
