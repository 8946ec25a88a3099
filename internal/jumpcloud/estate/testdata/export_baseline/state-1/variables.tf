variable "radius_server_globex_00000003_wi_fi_shared_secret" {
  description = "shared_secret of jumpcloud_radius_server, Wi-Fi. While it is null, the service keeps what it has."
  type        = string
  default     = null
  sensitive   = true
}
