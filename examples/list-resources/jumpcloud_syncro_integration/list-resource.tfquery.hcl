# The Syncro integrations of the provider.
list "jumpcloud_syncro_integration" "all" {
  provider = jumpcloud
  limit    = 100000
}
