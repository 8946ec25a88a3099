list "bindplaneadmin_organization" "all" {
  provider = bindplaneadmin
  limit    = 100000
}
