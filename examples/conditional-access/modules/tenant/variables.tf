variable "organization_id" {
  description = "ID of the organization."
  type        = string
}

variable "office_ips" {
  description = "Addresses, CIDR blocks and ranges of the offices."
  type        = set(string)
}

variable "monitor_only" {
  description = "Whether the policies only watch."
  type        = bool
}

variable "blocked_countries" {
  description = "Countries from which nobody signs in, as two capital letters each."
  type        = list(string)
  default     = ["KP"]
}
