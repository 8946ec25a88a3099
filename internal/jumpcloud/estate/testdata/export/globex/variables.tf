variable "policy_windows_wi_fi_sensitive_values" {
  description = "sensitive_values of jumpcloud_policy, Windows - Wi-Fi. While it is null, the service keeps what it has."
  type        = any
  default     = null
  sensitive   = true
}

check "secrets_are_sent" {
  assert {
    condition     = nonsensitive(var.policy_windows_wi_fi_sensitive_values == null) || jumpcloud_policy.windows_wi_fi.sensitive_values_wo_version != null
    error_message = "var.policy_windows_wi_fi_sensitive_values is given and not sent: uncomment the lines that name it in jumpcloud_policy.windows_wi_fi. They need Terraform or OpenTofu 1.11 or later."
  }
}
