# The settings of the Autotask integrations.
list "jumpcloud_autotask_settings" "all" {
  provider = jumpcloud
  limit    = 100000
}
