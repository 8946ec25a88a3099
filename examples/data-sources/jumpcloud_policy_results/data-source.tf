data "jumpcloud_policy_results" "latest" {
  organization_id = "66b1f0a2c8d5e90001a1b2c3"
  max_results     = 100
}

output "errors" {
  value = { for r in data.jumpcloud_policy_results.latest.results : r.system_id => r.std_err... if !r.success }
}
