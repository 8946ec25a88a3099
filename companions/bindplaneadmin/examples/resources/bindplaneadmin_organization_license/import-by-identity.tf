import {
  to = bindplaneadmin_organization_license.acme

  identity = {
    organization_id = "01JABCDEFGHJKMNPQRSTVWXYZ0"
  }
}
