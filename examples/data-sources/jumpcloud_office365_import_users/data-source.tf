data "jumpcloud_organization" "acme" {
  name = "Acme Inc"
}

data "jumpcloud_office365" "this" {
  organization_id = data.jumpcloud_organization.acme.id
}

# A look at who could be imported; it changes with Microsoft 365.
data "jumpcloud_office365_import_users" "all" {
  organization_id = data.jumpcloud_organization.acme.id
  office365_id    = data.jumpcloud_office365.this.id
  filter          = "startsWith(surname,'A')"
}

output "users" {
  value = data.jumpcloud_office365_import_users.all.users[*].user_principal_name
}
