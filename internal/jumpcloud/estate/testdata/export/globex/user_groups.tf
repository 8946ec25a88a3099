resource "jumpcloud_user_group" "servers" {
  organization_id = jumpcloud_organization.this.id
  name            = "Servers"
  description     = "All"
  ldap_groups     = ["staff"]
  posix_groups = {
    staff = 2001
  }
  radius_reply = [
    {
      name  = "Filter-Id"
      value = "staff"
    },
  ]
  sudo_enabled = true
}

resource "jumpcloud_user_group" "staff" {
  organization_id = jumpcloud_organization.this.id
  name            = "Staff"
}
