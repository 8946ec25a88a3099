variable "connectwise_integration_connectwise_private_key" {
  description = "private_key of jumpcloud_connectwise_integration, connectwise. While it is null, the service keeps what it has."
  type        = string
  default     = null
  sensitive   = true
}
