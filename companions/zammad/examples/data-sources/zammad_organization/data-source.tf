data "zammad_organization" "acme" {
  name = "Acme Inc"
}

output "members" {
  value = data.zammad_organization.acme.member_ids
}
