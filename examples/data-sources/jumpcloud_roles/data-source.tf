data "jumpcloud_roles" "all" {}

output "custom_roles" {
  value = { for r in data.jumpcloud_roles.all.roles : r.name => r.scopes if r.custom }
}
