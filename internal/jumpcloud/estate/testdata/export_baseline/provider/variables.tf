variable "connectwise_integration_connectwise_private_key" {
  description = "private_key of jumpcloud_connectwise_integration, connectwise. While it is null, the service keeps what it has."
  type        = string
  default     = null
  sensitive   = true
}

check "secrets_are_sent" {
  assert {
    condition     = nonsensitive(var.connectwise_integration_connectwise_private_key == null) || jumpcloud_connectwise_integration.connectwise.private_key_wo_version != null
    error_message = "var.connectwise_integration_connectwise_private_key is given and not sent: uncomment the lines that name it in jumpcloud_connectwise_integration.connectwise. They need Terraform or OpenTofu 1.11 or later."
  }
}
