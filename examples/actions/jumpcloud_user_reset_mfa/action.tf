data "jumpcloud_organization" "acme" {
  name = "Acme Inc"
}

data "jumpcloud_user" "ada" {
  organization_id = data.jumpcloud_organization.acme.id
  username        = "ada"
}

action "jumpcloud_user_reset_mfa" "ada" {
  config {
    organization_id = data.jumpcloud_organization.acme.id
    user_id         = data.jumpcloud_user.ada.id
    exclusion_days  = 3
  }
}

# terraform apply -invoke=action.jumpcloud_user_reset_mfa.ada
