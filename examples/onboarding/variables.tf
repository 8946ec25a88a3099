variable "deletion_policy" {
  description = "What destroying an organization means: \"prevent\" fails the plan, \"abandon\" leaves it alive and forgets it."
  type        = string
  default     = "prevent"
}
