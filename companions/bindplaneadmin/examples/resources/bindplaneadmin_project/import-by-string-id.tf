import {
  to = bindplaneadmin_project.staging
  id = "01JABCDEFGHJKMNPQRSTVWXYZ0"
}
