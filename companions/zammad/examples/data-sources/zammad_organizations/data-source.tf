data "zammad_organizations" "former" {
  active = false
}

output "former_clients" {
  value = keys(data.zammad_organizations.former.ids_by_name)
}
