list "bindplaneadmin_project" "of_acme" {
  provider = bindplaneadmin
  limit    = 100000

  config {
    organizations = ["Acme*"]
  }
}
