data "nexport_organization" "acme" {
  short_name = "ACME"
}

resource "nexport_group" "leads" {
  parent_id  = data.nexport_organization.acme.id
  name       = "Shift Leads"
  short_name = "ACME-LEADS"

  lifecycle {
    prevent_destroy = true # the API could not delete it
  }
}
