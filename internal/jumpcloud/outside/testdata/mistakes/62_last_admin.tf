data "jumpcloud_provider_administrators" "all" {}
output "a" { value = data.jumpcloud_provider_administrators.all }
