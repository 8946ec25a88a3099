data "jumpcloud_organization" "acme" {
  name = "Acme Inc"
}

# Adopts the directory that was connected in the console.
resource "jumpcloud_office365" "this" {
  organization_id                 = data.jumpcloud_organization.acme.id
  user_lockout_action             = "suspend"
  user_password_expiration_action = "maintain"
  groups_enabled                  = true
}
