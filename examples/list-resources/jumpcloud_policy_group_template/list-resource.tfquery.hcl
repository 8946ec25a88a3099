# Every policy group template of the provider.
list "jumpcloud_policy_group_template" "all" {
  provider = jumpcloud
  limit    = 100000
}

# Those with such a name.
list "jumpcloud_policy_group_template" "baselines" {
  provider = jumpcloud
  limit    = 100000

  config {
    name = ["Baseline*"]
  }
}
