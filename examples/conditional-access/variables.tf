variable "tenants" {
  description = "Clients by the name of their organization: the addresses of their offices, and the ring in which they are."
  type = map(object({
    office_ips = set(string)
    ring       = string
  }))
  default = {
    "Acme Inc" = { office_ips = ["203.0.113.0/24"], ring = "canary" }
    "Globex"   = { office_ips = ["198.51.100.7", "2001:db8::/32"], ring = "broad" }
  }

  validation {
    condition     = alltrue([for t in values(var.tenants) : contains(["canary", "broad"], t.ring)])
    error_message = "ring is canary or broad."
  }
}

variable "enforced_rings" {
  description = "Rings in which the policies are enforced; in all others they only watch. Begin with none, then canary, then all."
  type        = set(string)
  default     = []
}
