# Users of the organization that the credential acts in.
data "bindplaneadmin_users" "own" {}

output "addresses" {
  value = data.bindplaneadmin_users.own.users[*].email
}
