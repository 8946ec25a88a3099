variable "radius_secret" {
  type      = string
  ephemeral = true # Terraform 1.10 or later; it reaches neither state nor plan
}

resource "jumpcloud_organization" "acme" {
  name = "Acme Inc"
}

resource "jumpcloud_radius_server" "office" {
  organization_id          = jumpcloud_organization.acme.id
  name                     = "Office"
  network_source_ip        = "198.51.100.7"
  shared_secret_wo         = var.radius_secret
  shared_secret_wo_version = 1 # raise to rotate
  mfa                      = "ENABLED"
}

resource "jumpcloud_system_group" "laptops" {
  organization_id = jumpcloud_organization.acme.id
  name            = "Laptops"
}

resource "jumpcloud_system_group_association" "laptops" {
  organization_id = jumpcloud_organization.acme.id
  system_group_id = jumpcloud_system_group.laptops.id
  target_type     = "radius_server"
  target_id       = jumpcloud_radius_server.office.id
}
