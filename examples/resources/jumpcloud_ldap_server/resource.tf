data "jumpcloud_organization" "acme" {
  name = "Acme Inc"
}

# Adopts the LDAP server that every organization has.
resource "jumpcloud_ldap_server" "this" {
  organization_id                 = data.jumpcloud_organization.acme.id
  user_lockout_action             = "disable"
  user_password_expiration_action = "disable"
}
