data "jumpcloud_case_metadata" "this" {}

output "severities" {
  value = data.jumpcloud_case_metadata.this.severities
}
