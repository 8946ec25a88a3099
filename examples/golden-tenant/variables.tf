variable "golden_tenant" {
  description = "Slug of the organization whose policies are rolled out, such as golden for one named Golden."
  type        = string
}

variable "policy_group" {
  description = "Name of the policy group, in that organization, that holds them."
  type        = string
  default     = "Baseline"
}
