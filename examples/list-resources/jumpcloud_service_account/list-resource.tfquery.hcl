# Every service account of the provider.
list "jumpcloud_service_account" "all" {
  provider = jumpcloud
  limit    = 100000
}

# Those with such a name.
list "jumpcloud_service_account" "pipelines" {
  provider = jumpcloud
  limit    = 100000

  config {
    name = ["ci-*"]
  }
}
