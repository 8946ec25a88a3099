data "jumpcloud_provider_administrator" "lee" {
  email = "lee@example.com"
}

action "jumpcloud_administrator_resend_invitation" "lee" {
  config {
    administrator_id = data.jumpcloud_provider_administrator.lee.id
  }
}

# terraform apply -invoke=action.jumpcloud_administrator_resend_invitation.lee
