variable "tenant" {
  description = "What a file of tenants/ holds."
  type        = any
}

variable "baseline" {
  description = "The policies that tenants share, by key."
  type        = any
}

variable "secrets" {
  description = "By key of a policy, an object of the fields that the service never shows. A policy that is not here keeps what the service has."
  type        = any
  default     = {}
  sensitive   = true
}
