# <id>
terraform import bindplaneadmin_organization.acme 01JABCDEFGHJKMNPQRSTVWXYZ0
