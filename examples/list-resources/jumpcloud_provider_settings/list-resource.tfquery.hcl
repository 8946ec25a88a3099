# The settings of the provider.
list "jumpcloud_provider_settings" "all" {
  provider = jumpcloud
  limit    = 100000
}
