resource "jumpcloud_ldap_server" "jumpcloud" {
  organization_id                 = jumpcloud_organization.this.id
  user_lockout_action             = "remove"
  user_password_expiration_action = "remove"
}
