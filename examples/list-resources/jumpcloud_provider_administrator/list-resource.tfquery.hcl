# Every administrator of the provider.
list "jumpcloud_provider_administrator" "all" {
  provider = jumpcloud
  limit    = 100000
}

# Those with such an e-mail address.
list "jumpcloud_provider_administrator" "technicians" {
  provider = jumpcloud
  limit    = 100000

  config {
    name = ["*@examplemsp.example"]
  }
}
