variable "name" {
  description = "Name of the organization, for messages."
  type        = string
}

variable "organization_id" {
  description = "ID of the organization."
  type        = string
}

variable "policies" {
  description = "The baseline: by policy name, an object with template, values and notes."
  type        = any
}

variable "exceptions" {
  description = "By policy name: skip or values, with reason, owner and until."
  type        = any
  default     = {}
}

variable "today" {
  description = "The day on which exceptions are judged, such as 2026-08-31; by default that of the plan."
  type        = string
  default     = null
}
