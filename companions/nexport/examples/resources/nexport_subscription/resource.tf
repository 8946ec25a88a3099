data "nexport_organization" "acme" {
  short_name = "ACME"
}

data "nexport_user" "ann" {
  login = "ann@acme.example"
}

resource "nexport_subscription" "ann" {
  organization_id = data.nexport_organization.acme.id
  user_id         = data.nexport_user.ann.id

  custom_profile_fields = {
    badge = "A-17"
  }
}
