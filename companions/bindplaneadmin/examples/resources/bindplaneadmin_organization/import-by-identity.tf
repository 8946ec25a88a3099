import {
  to = bindplaneadmin_organization.acme

  identity = {
    id = "01JABCDEFGHJKMNPQRSTVWXYZ0"
  }
}
