variable "name" {
  description = "Organization name, as the client writes it."
  type        = string
}

variable "max_users" {
  description = "Seat cap. Unlimited if null."
  type        = number
  default     = null
}

variable "office_ips" {
  description = "Addresses, CIDR blocks and ranges of the client's offices."
  type        = set(string)
  default     = []
}

variable "lock_after_seconds" {
  description = "Seconds of inactivity before a Mac locks."
  type        = number
  default     = 300
}

variable "psa" {
  description = "What the client is in ConnectWise, by exact name or id. Not mapped if null."
  type = object({
    integration_id = string
    company        = string
    agreement      = optional(string)
    addition       = optional(string)
  })
  default = null
}

variable "deletion_policy" {
  description = "What destroying the organization means: \"prevent\" or \"abandon\"."
  type        = string
  default     = "prevent"
}
