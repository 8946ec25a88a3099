variable "radius_server_globex_00000003_wi_fi_shared_secret" {
  description = "shared_secret of jumpcloud_radius_server, Wi-Fi. While it is null, the service keeps what it has."
  type        = string
  default     = null
  sensitive   = true
}

check "secrets_are_sent" {
  assert {
    condition     = nonsensitive(var.radius_server_globex_00000003_wi_fi_shared_secret == null) || jumpcloud_radius_server.globex_00000003_wi_fi.shared_secret_wo_version != null
    error_message = "var.radius_server_globex_00000003_wi_fi_shared_secret is given and not sent: uncomment the lines that name it in jumpcloud_radius_server.globex_00000003_wi_fi. They need Terraform or OpenTofu 1.11 or later."
  }
}
