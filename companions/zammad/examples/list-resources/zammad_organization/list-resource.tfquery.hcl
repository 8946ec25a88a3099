# Organizations of one domain.
list "zammad_organization" "acme" {
  provider = zammad
  limit    = 100000

  config {
    domain = ["acme.example"]
  }
}
