terraform {
  required_version = ">= 1.8"

  required_providers {
    zammad = {
      source = "seed-37bf88c1/zammad"
    }
  }
}

# The credential comes from the environment: ZAMMAD_TOKEN,
# or ZAMMAD_USERNAME and ZAMMAD_PASSWORD.
provider "zammad" {
  url = "https://support.example.com"
}
