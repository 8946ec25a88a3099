data "nexport_user" "ann" {
  login = "ann@acme.example"
}

data "nexport_directory" "leads" {
  base_organization_id = "7c9e6679-7425-40de-944b-e07fc1f90ae7"
  short_name           = "ACME-LEADS"
}

resource "nexport_group_membership" "ann" {
  user_id   = data.nexport_user.ann.id
  group_ids = [one(data.nexport_directory.leads.entries).id]
}
