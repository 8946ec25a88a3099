import {
  to = bindplaneadmin_organization_license.acme
  id = "01JABCDEFGHJKMNPQRSTVWXYZ0"
}
