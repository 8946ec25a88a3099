data "jumpcloud_organization" "acme" {
  name = "Acme Inc"
}

data "jumpcloud_iplists" "acme" {
  organization_id = data.jumpcloud_organization.acme.id
}

# Lists that allow everything.
output "open_lists" {
  value = [for l in data.jumpcloud_iplists.acme.iplists : l.name if contains(l.ips, "0.0.0.0/0")]
}
