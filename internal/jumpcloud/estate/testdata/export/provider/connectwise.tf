resource "jumpcloud_connectwise_integration" "connectwise" {
  company_id = "examplemsp"
  url        = "https://na.myconnectwise.net"

  # The service never shows private_key, and keeps what it has. To send what the variable holds, uncomment
  # these two lines. They need Terraform or OpenTofu 1.11 or later.
  # private_key_wo         = one([for secret in [var.connectwise_integration_connectwise_private_key] : secret if nonsensitive(secret != null)])
  # private_key_wo_version = nonsensitive(var.connectwise_integration_connectwise_private_key == null) ? null : 1
}

resource "jumpcloud_connectwise_mapping" "globex" {
  organization_id = data.jumpcloud_organization.globex.id
  integration_id  = jumpcloud_connectwise_integration.connectwise.id
  company         = "Acme Incorporated"
}
