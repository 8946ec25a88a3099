data "jumpcloud_policy_compliance" "fleet" {}

output "worst_first" {
  value = reverse(sort([
    for id, o in data.jumpcloud_policy_compliance.fleet.by_organization :
    format("%05d failures: %s", o.failed, o.name) if o.failed > 0
  ]))
}
