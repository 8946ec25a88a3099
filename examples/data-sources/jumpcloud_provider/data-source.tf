# The provider (MSP) that the credential belongs to.
data "jumpcloud_provider" "this" {}

output "may_create_organizations" {
  value = !data.jumpcloud_provider.this.disallow_org_creation
}
