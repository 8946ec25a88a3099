# The module under test: a tenant with its office and the rule that asks for MFA elsewhere.

terraform {
  required_version = ">= 1.8"

  required_providers {
    jumpcloud = {
      source = "seed-37bf88c1/jumpcloud"
    }
  }
}

variable "name" {
  description = "Organization name, as the client writes it."
  type        = string
}

# A test destroys what it made, and the API cannot delete an organization: tests set "abandon".
variable "deletion_policy" {
  description = "What destroying the organization means: \"prevent\" fails the plan, \"abandon\" leaves it alive and forgets it."
  type        = string
  default     = "prevent"
}

resource "jumpcloud_organization" "this" {
  name            = var.name
  deletion_policy = var.deletion_policy
}

resource "jumpcloud_iplist" "office" {
  organization_id = jumpcloud_organization.this.id
  name            = "Office"
  ips             = ["203.0.113.0/24"]
}

resource "jumpcloud_authn_policy" "mfa" {
  organization_id = jumpcloud_organization.this.id
  name            = "MFA"
  conditions      = { not = { ip_address_in = [jumpcloud_iplist.office.id] } }
  effect          = { action = "allow", obligations = { mfa = { required = true } } }
}

output "organization_id" {
  description = "ID of the organization."
  value       = jumpcloud_organization.this.id
}
