data "jumpcloud_provider_administrators" "owners" {
  role = "Administrator With Billing"
}

# Everybody who could lock the company out.
output "owners" {
  value = keys(data.jumpcloud_provider_administrators.owners.administrators)
}
