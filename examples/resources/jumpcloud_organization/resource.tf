resource "jumpcloud_organization" "acme" {
  name = "Acme Inc"

  # Setting a seat cap needs a role with billing.
  max_system_users = 60
}

# To stop managing an organization, apply this before you remove it from the
# configuration. The organization stays alive: the API cannot delete one.
resource "jumpcloud_organization" "leaving" {
  name            = "Leaving Ltd"
  deletion_policy = "abandon"
}
