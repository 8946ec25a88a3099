# The Autotask integrations of the provider.
list "jumpcloud_autotask_integration" "all" {
  provider = jumpcloud
  limit    = 100000
}
