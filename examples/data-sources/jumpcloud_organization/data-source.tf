data "jumpcloud_organization" "acme" {
  name = "Acme Inc"
}

output "acme_id" {
  value = data.jumpcloud_organization.acme.id
}
