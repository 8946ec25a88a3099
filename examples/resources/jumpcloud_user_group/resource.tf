resource "jumpcloud_organization" "acme" {
  name = "Acme Inc"
}

resource "jumpcloud_user_group" "staff" {
  organization_id = jumpcloud_organization.acme.id
  name            = "Staff"
  description     = "Everybody who works here"
}

resource "jumpcloud_user_group" "developers" {
  organization_id = jumpcloud_organization.acme.id
  name            = "Developers"
  sudo_enabled    = true
  posix_groups    = { developers = 2000 }

  radius_reply = [
    { name = "Tunnel-Type", value = "13" },
    { name = "Tunnel-Medium-Type", value = "6" },
    { name = "Tunnel-Private-Group-Id", value = "20" },
  ]
}
