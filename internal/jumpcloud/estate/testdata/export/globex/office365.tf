resource "jumpcloud_office365" "microsoft_365" {
  organization_id                 = jumpcloud_organization.this.id
  name                            = "Microsoft 365"
  groups_enabled                  = false
  user_lockout_action             = "suspend"
  user_password_expiration_action = "suspend"
}
