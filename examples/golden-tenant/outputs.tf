output "policies" {
  description = "Names of the policies that every organization gets."
  value       = keys(data.jumpcloud_policies.golden.by_name)
}
