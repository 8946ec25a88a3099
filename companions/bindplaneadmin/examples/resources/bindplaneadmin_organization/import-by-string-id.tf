import {
  to = bindplaneadmin_organization.acme
  id = "01JABCDEFGHJKMNPQRSTVWXYZ0"
}
