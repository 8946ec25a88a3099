resource "jumpcloud_syncro_mapping" "this" {
  integration_id  = data.jumpcloud_integrations.syncro.integrations[0].id
  organization_id = jumpcloud_organization.acme.id
  company         = "Acme Incorporated" # exact name or id

  billing = {
    schedule  = "Acme Incorporated - Monthly"
    line_item = "JumpCloud Platform"
  }
}

data "jumpcloud_integrations" "syncro" {
  type = "syncro"
}

resource "jumpcloud_organization" "acme" {
  name = "Acme Inc"
}
