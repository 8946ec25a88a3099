resource "zammad_organization" "acme" {
  name              = "Acme Inc"
  domain            = "acme.example"
  domain_assignment = true # whoever writes from there becomes a member
  note              = "Managed by Terraform"

  # An attribute that the Object Manager has added to organizations.
  custom_attributes = {
    customer_number = "A-1001"
  }

  # Tickets stay when the client leaves.
  on_destroy = "deactivate"
}
