# Every policy group of every organization.
list "jumpcloud_policy_group" "all" {
  provider = jumpcloud
  limit    = 100000
}

# Those with such a name.
list "jumpcloud_policy_group" "baselines" {
  provider = jumpcloud
  limit    = 100000

  config {
    name = ["Baseline*"]
  }
}
