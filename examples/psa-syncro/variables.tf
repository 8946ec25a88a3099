variable "subdomain" {
  description = "Subdomain of the Syncro account."
  type        = string
}

variable "api_token" {
  description = "API token of Syncro."
  type        = string
  ephemeral   = true
}

variable "api_token_version" {
  description = "Raise it whenever the token changes."
  type        = number
  default     = 1
}

variable "tenants" {
  description = "Organizations to map, by slug: the organization's ID and what it is in Syncro."
  type = map(object({
    organization_id = string
    company         = string
    schedule        = string
    line_item       = string
  }))
  default = {}
}
