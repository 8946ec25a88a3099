# The provider's support cases.
data "jumpcloud_cases" "this" {}

output "cases" {
  value = { for c in data.jumpcloud_cases.this.cases : c.case_number => "${c.organization}: ${c.subject} (${c.status})" }
}

# Those of one organization, with an API key of its own administrator.
data "jumpcloud_cases" "own" {
  of = "organization"
}
