# The settings of the ConnectWise integrations.
list "jumpcloud_connectwise_settings" "all" {
  provider = jumpcloud
  limit    = 100000
}
