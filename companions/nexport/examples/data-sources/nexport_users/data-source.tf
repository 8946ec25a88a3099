data "nexport_users" "acme" {
  search_term = "@acme.example"
}

output "logins" {
  value = keys(data.nexport_users.acme.ids_by_login)
}
