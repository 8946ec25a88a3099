# A client that leaves is neither deleted by accident nor forgotten while it is still
# billed. One file in clients/ for each:
#
#   1. state: leaving    The plan shows what is still in the organization, and JumpCloud's
#                        order of steps. Nothing is deleted.
#   2. Do the steps.     `terraform plan` shows what is left.
#   3. Remove the file.  Terraform forgets the organization; JumpCloud's support deletes it.
#
# A file that is removed without step 1 fails the plan.

locals {
  folder  = coalesce(var.clients, "${path.module}/clients")
  clients = { for f in fileset(local.folder, "*.yaml") : trimsuffix(f, ".yaml") => yamldecode(file("${local.folder}/${f}")) }
  leaving = { for k, c in local.clients : k => c if try(c.state, "active") == "leaving" }
}

resource "jumpcloud_organization" "client" {
  for_each = local.clients

  name            = each.value.name
  deletion_policy = contains(keys(local.leaving), each.key) ? "abandon" : "prevent"
}

# Who leaves gets no new users by mistake: whoever is entered stays without access.
resource "jumpcloud_organization_settings" "client" {
  for_each = local.clients

  organization_id = jumpcloud_organization.client[each.key].id
  contact_name    = var.contact.name
  contact_email   = var.contact.email

  new_system_user_state_defaults = contains(keys(local.leaving), each.key) ? {
    manual_entry       = "STAGED"
    csv_import         = "STAGED"
    application_import = "STAGED"
  } : null
}

data "jumpcloud_organization_offboarding" "client" {
  for_each = local.leaving

  organization_id = jumpcloud_organization.client[each.key].id
}
