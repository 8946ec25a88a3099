terraform {
  required_version = ">= 1.8"

  required_providers {
    jumpcloud = {
      source = "seed-37bf88c1/jumpcloud"
    }
  }
}

# Credentials come from the environment: JUMPCLOUD_API_KEY, or JUMPCLOUD_CLIENT_ID and JUMPCLOUD_CLIENT_SECRET.
provider "jumpcloud" {}
