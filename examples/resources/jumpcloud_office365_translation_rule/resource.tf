data "jumpcloud_organization" "acme" {
  name = "Acme Inc"
}

data "jumpcloud_office365" "this" {
  organization_id = data.jumpcloud_organization.acme.id
}

# JumpCloud writes the manager of every user to Microsoft 365.
resource "jumpcloud_office365_translation_rule" "manager" {
  organization_id = data.jumpcloud_organization.acme.id
  office365_id    = data.jumpcloud_office365.this.id
  built_in        = "user_manager"
}
