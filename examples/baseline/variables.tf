variable "today" {
  description = "The day on which exceptions are judged, such as 2026-08-31; by default that of the plan."
  type        = string
  default     = null
}
