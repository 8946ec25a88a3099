variable "licenses" {
  description = "Licence key of each client's telemetry, by slug. It is sent and kept nowhere."
  type        = map(string)
  sensitive   = true
  ephemeral   = true
}

variable "first_passwords" {
  description = "Password with which each client's contact logs in to the training first, by slug. It is sent and kept nowhere."
  type        = map(string)
  sensitive   = true
  ephemeral   = true
}

variable "offboarding" {
  description = "Whether clients may be destroyed. If false, a plan that destroys one is refused. It counts from the apply after it was set."
  type        = bool
  default     = false
}
