variable "acme_license" {
  type      = string
  sensitive = true
  ephemeral = true
}

resource "bindplaneadmin_organization" "acme" {
  display_name         = "Acme Inc"
  initial_project_name = "Production"
  accept_eula          = true # the plan says what is accepted

  # Raise the version to send another licence.
  license_key_wo         = var.acme_license
  license_key_wo_version = 1

  # An ephemeral resource reads the key where it is needed.
  secret_key_in_state = false

  # The default: a destroy is refused at plan.
  deletion_policy = "prevent"
}
