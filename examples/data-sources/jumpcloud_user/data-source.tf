data "jumpcloud_organization" "acme" {
  name = "Acme Inc"
}

data "jumpcloud_user" "owner" {
  organization_id = data.jumpcloud_organization.acme.id
  email           = "owner@acme.example"
}

output "owner" {
  value = data.jumpcloud_user.owner.id
}
