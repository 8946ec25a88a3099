import {
  to = bindplaneadmin_project.staging

  identity = {
    id = "01JABCDEFGHJKMNPQRSTVWXYZ0"
  }
}
