data "nexport_organizations" "clients" {
  short_name = "TRAINING"
}

output "acme" {
  value = data.nexport_organizations.clients.ids_by_short_name["ACME"]
}
