# Subscriptions to one organization.
list "nexport_subscription" "acme" {
  provider = nexport
  limit    = 100000

  config {
    organization_id = ["7c9e6679-7425-40de-944b-e07fc1f90ae7"]
  }
}
