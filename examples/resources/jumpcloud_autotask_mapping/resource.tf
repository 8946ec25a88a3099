resource "jumpcloud_autotask_mapping" "this" {
  integration_id     = data.jumpcloud_integrations.autotask.integrations[0].id
  organization_id    = jumpcloud_organization.acme.id
  company            = "Acme Incorporated"     # exact name or id
  contract           = "Managed Services 2026" # of that company
  service            = "JumpCloud Platform"    # on that contract
  non_billable_users = 2
}

data "jumpcloud_integrations" "autotask" {
  type = "autotask"
}

resource "jumpcloud_organization" "acme" {
  name = "Acme Inc"
}
