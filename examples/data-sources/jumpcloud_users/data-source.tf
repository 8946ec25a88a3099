data "jumpcloud_organization" "acme" {
  name = "Acme Inc"
}

# One listing for however many people a configuration names.
data "jumpcloud_users" "active" {
  organization_id = data.jumpcloud_organization.acme.id
  state           = "ACTIVATED"
}

locals {
  on_call = ["ada@acme.example", "grace@acme.example"]
}

resource "jumpcloud_user_group" "on_call" {
  organization_id = data.jumpcloud_organization.acme.id
  name            = "On call"
  user_ids        = [for email in local.on_call : data.jumpcloud_users.active.ids_by_email[email]]
}
