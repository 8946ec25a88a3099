data "jumpcloud_integration" "connectwise" {
  type = "connectwise"
}

output "ticketing" {
  value = data.jumpcloud_integration.connectwise.automatic_ticketing
}
