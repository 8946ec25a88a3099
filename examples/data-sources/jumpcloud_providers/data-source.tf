data "jumpcloud_providers" "this" {}

output "providers" {
  value = { for p in data.jumpcloud_providers.this.providers : p.name => p.id }
}
