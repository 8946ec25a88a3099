variable "first_password" {
  type      = string
  ephemeral = true
}

data "nexport_organization" "acme" {
  short_name = "ACME"
}

resource "nexport_user" "bo" {
  owner_organization_id = data.nexport_organization.acme.id
  login                 = "bo@acme.example"
  first_name            = "Bo"
  last_name             = "Berg"
  email                 = "bo@acme.example"

  password_wo         = var.first_password
  password_wo_version = 1
}
