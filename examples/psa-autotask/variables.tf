variable "username" {
  description = "Username of the API user."
  type        = string
}

variable "secret" {
  description = "Secret of the API user."
  type        = string
  ephemeral   = true
}

variable "secret_version" {
  description = "Raise it whenever the secret changes."
  type        = number
  default     = 1
}

variable "tenants" {
  description = "Organizations to map, by slug: the organization's ID and what it is in Autotask."
  type = map(object({
    organization_id = string
    company         = string
    contract        = string
    service         = string
  }))
  default = {}
}
