data "jumpcloud_roles" "all" {}

resource "jumpcloud_service_account" "ci" {
  name    = "Pipeline"
  role_id = one([for r in data.jumpcloud_roles.all.roles : r.id if r.name == "Help Desk"])
}

# Unknown at the plan that rotates, so that the credential is made at the apply.
resource "time_rotating" "ci" {
  rotation_days = 60
}

ephemeral "jumpcloud_service_account_credential" "ci" {
  service_account_id  = jumpcloud_service_account.ci.id
  first_credential_id = jumpcloud_service_account.ci.credential_id
  created_after       = time_rotating.ci.rfc3339
  lifetime            = "90 Days"
  overlap_hours       = 24
}

# Any store that takes a write-only argument with a version.
resource "aws_secretsmanager_secret_version" "ci" {
  secret_id                = "ci/jumpcloud"
  secret_string_wo         = ephemeral.jumpcloud_service_account_credential.ci.secret
  secret_string_wo_version = time_rotating.ci.unix
}
