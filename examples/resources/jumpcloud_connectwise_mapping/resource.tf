resource "jumpcloud_connectwise_mapping" "this" {
  integration_id  = data.jumpcloud_integrations.connectwise.integrations[0].id
  organization_id = jumpcloud_organization.acme.id
  company         = "Acme Incorporated"     # exact name or id
  agreement       = "Managed Services 2026" # of that company
  addition        = "JumpCloud Platform"    # on that agreement
}

data "jumpcloud_integrations" "connectwise" {
  type = "connectwise"
}

resource "jumpcloud_organization" "acme" {
  name = "Acme Inc"
}
