resource "jumpcloud_iplist" "offices" {
  organization_id = jumpcloud_organization.this.id
  name            = "Offices"
  ips             = ["192.0.2.1", "203.0.113.0/24"]
}
