variable "url" {
  description = "URL of the ConnectWise site."
  type        = string
  default     = "https://na.myconnectwise.net"
}

variable "company_id" {
  description = "Company ID, as you log in to ConnectWise."
  type        = string
}

variable "public_key" {
  description = "Public key of the API member."
  type        = string
}

variable "private_key" {
  description = "Private key of the API member."
  type        = string
  ephemeral   = true
}

variable "private_key_version" {
  description = "Raise it whenever the private key changes."
  type        = number
  default     = 1
}

variable "tenants" {
  description = "Organizations to map, by slug: the organization's ID and what it is in ConnectWise."
  type = map(object({
    organization_id = string
    company         = string
    agreement       = string
    addition        = string
  }))
  default = {}
}
