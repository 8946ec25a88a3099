data "jumpcloud_provider_administrator" "lee" {
  email = "lee@example.com"
}

output "lee_is_registered" {
  value = data.jumpcloud_provider_administrator.lee.registered
}
