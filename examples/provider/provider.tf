terraform {
  required_version = ">= 1.8"

  required_providers {
    jumpcloud = {
      source  = "seed-37bf88c1/jumpcloud"
      version = "~> 1.0"
    }
  }
}

# The credential comes from the environment: JUMPCLOUD_API_KEY,
# or JUMPCLOUD_CLIENT_ID and JUMPCLOUD_CLIENT_SECRET.
provider "jumpcloud" {
  region = "us"
}
