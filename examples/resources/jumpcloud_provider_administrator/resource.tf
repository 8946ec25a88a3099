resource "jumpcloud_provider_administrator" "lee" {
  email      = "lee@example.com"
  first_name = "Lee"
  last_name  = "Example"
  role       = "Help Desk"

  # Sees the organizations of its links only; the default is all.
  organization_access = "selected"

  multi_factor = true
}
