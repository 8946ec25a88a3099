data "bindplaneadmin_projects" "own" {
  active = true
}

ephemeral "bindplaneadmin_project_secret_key" "first" {
  project_id = data.bindplaneadmin_projects.own.projects[0].id
}

# Give it to a write-only argument, such as that of a secret store:
#
#   secret_string_wo         = ephemeral.bindplaneadmin_project_secret_key.first.secret_key
#   secret_string_wo_version = 1
