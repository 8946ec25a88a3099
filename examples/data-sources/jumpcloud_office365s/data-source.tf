data "jumpcloud_organization" "acme" {
  name = "Acme Inc"
}

data "jumpcloud_office365s" "all" {
  organization_id = data.jumpcloud_organization.acme.id
}
