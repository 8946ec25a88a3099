terraform {
  required_providers {
    jumpcloud = {
      source = "seed-37bf88c1/jumpcloud"
    }
  }
}

resource "jumpcloud_iplist" "offices" {
  organization_id = var.organization_id
  name            = "Offices"
  ips             = var.office_ips
}

# Its members are the emergency accounts, which must work when everything else fails.
# They are added in the console, so that no plan can take them out.
resource "jumpcloud_user_group" "break_glass" {
  organization_id = var.organization_id
  name            = "Break glass"
}

resource "jumpcloud_authn_policy" "portal_outside_offices" {
  organization_id = var.organization_id
  name            = "User portal: MFA outside the offices on unmanaged devices"
  type            = "user_portal"
  monitor_only    = var.monitor_only

  targets = {
    users       = { inclusions = ["ALL"] }
    user_groups = { exclusions = [jumpcloud_user_group.break_glass.id] }
  }

  conditions = {
    all = [
      { not = { ip_address_in = [jumpcloud_iplist.offices.id] } },
      { not = { device_managed = true } },
    ]
  }

  effect = {
    action      = "allow"
    obligations = { mfa = { required = true } }
  }
}

resource "jumpcloud_authn_policy" "portal_blocked_countries" {
  organization_id = var.organization_id
  name            = "User portal: no access from blocked countries"
  type            = "user_portal"
  monitor_only    = var.monitor_only

  targets = {
    users       = { inclusions = ["ALL"] }
    user_groups = { exclusions = [jumpcloud_user_group.break_glass.id] }
  }

  conditions = {
    location_in = { countries = var.blocked_countries }
  }

  effect = {
    action = "deny"
    custom_error_message = {
      enabled = true
      message = "Signing in from this country is not allowed. Call the service desk."
    }
  }
}
