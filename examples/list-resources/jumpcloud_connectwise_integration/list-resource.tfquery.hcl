# The ConnectWise integrations of the provider.
list "jumpcloud_connectwise_integration" "all" {
  provider = jumpcloud
  limit    = 100000
}
