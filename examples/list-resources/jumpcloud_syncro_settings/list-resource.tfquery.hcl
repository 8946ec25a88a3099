# The settings of the Syncro integrations.
list "jumpcloud_syncro_settings" "all" {
  provider = jumpcloud
  limit    = 100000
}
