# <id>
terraform import bindplaneadmin_project.staging 01JABCDEFGHJKMNPQRSTVWXYZ0
