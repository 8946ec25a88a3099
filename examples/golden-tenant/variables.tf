variable "golden_tenant" {
  description = "ID of the organization whose policies are rolled out, 24 hexadecimal digits."
  type        = string
}

variable "policy_group" {
  description = "Name of the policy group, in that organization, that holds them."
  type        = string
  default     = "Baseline"
}
