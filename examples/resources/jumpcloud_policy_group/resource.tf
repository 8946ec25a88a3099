resource "jumpcloud_organization" "acme" {
  name = "Acme Inc"
}

resource "jumpcloud_system_group" "all" {
  organization_id = jumpcloud_organization.acme.id
  name            = "All devices"
}

resource "jumpcloud_policy" "lock_mac" {
  organization_id = jumpcloud_organization.acme.id
  name            = "macOS - Lock screen"
  template_name   = "lock_screen_darwin"
  values = {
    timeout = 300
  }
}

# Exactly these policies, on exactly these device groups: what somebody adds in
# the console is shown and removed.
resource "jumpcloud_policy_group" "baseline" {
  organization_id  = jumpcloud_organization.acme.id
  name             = "Baseline"
  description      = "What every device gets"
  policy_ids       = [jumpcloud_policy.lock_mac.id]
  system_group_ids = [jumpcloud_system_group.all.id]
}

# Without sets the group's edges are others' to manage: the console, or modules
# with jumpcloud_policy_group_membership.
resource "jumpcloud_policy_group" "shared" {
  organization_id = jumpcloud_organization.acme.id
  name            = "Shared"
}
