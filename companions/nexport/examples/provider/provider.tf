terraform {
  required_version = ">= 1.11"

  required_providers {
    nexport = {
      source = "seed-37bf88c1/nexport"
    }
  }
}

# The credential comes from the environment: NEXPORT_USERNAME and NEXPORT_PASSWORD.
provider "nexport" {
  url = "https://www.nexportcampus.com"
}
