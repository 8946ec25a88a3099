output "technicians" {
  description = "Who was invited and has not accepted yet."

  value = [for email, a in jumpcloud_provider_administrator.technician : email if !a.registered]
}
