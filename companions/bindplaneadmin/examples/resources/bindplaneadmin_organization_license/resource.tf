data "bindplaneadmin_organization" "acme" {
  display_name = "Acme Inc"
}

variable "acme_license" {
  type      = string
  sensitive = true
  ephemeral = true
}

resource "bindplaneadmin_organization_license" "acme" {
  organization_id        = data.bindplaneadmin_organization.acme.id
  license_key_wo         = var.acme_license
  license_key_wo_version = 1
}
