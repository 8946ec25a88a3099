terraform {
  required_version = ">= 1.8"

  required_providers {
    jumpcloud = {
      source = "seed-37bf88c1/jumpcloud"
    }
  }
}

# The credential comes from JUMPCLOUD_API_KEY, or from JUMPCLOUD_CLIENT_ID and
# JUMPCLOUD_CLIENT_SECRET; to see PSA mappings it needs a role with billing.
provider "jumpcloud" {}
