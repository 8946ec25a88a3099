terraform {
  required_version = ">= 1.11"

  required_providers {
    bindplaneadmin = {
      source = "seed-37bf88c1/bindplaneadmin"
    }
  }
}

# The credential comes from the environment: BINDPLANEADMIN_API_KEY,
# or BINDPLANEADMIN_USERNAME and BINDPLANEADMIN_PASSWORD.
provider "bindplaneadmin" {
  url = "https://bindplane.example.com" # left out, it is the vendor's cloud
}
