variable "policy_windows_wi_fi_sensitive_values" {
  description = "sensitive_values of jumpcloud_policy, Windows - Wi-Fi. While it is null, the service keeps what it has."
  type        = any
  default     = null
  sensitive   = true
}
