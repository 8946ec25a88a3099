variable "connectwise_integration_id" {
  description = "ID of the ConnectWise integration to map tenants in. Without it, none is mapped."
  type        = string
  default     = null
}

variable "deletion_policy" {
  description = "What destroying an organization means: \"prevent\" fails the plan, \"abandon\" leaves it alive and forgets it."
  type        = string
  default     = "prevent"
}
