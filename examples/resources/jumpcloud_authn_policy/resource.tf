data "jumpcloud_organization" "acme" {
  name = "Acme Inc"
}

data "jumpcloud_user_group" "emergency" {
  organization_id = data.jumpcloud_organization.acme.id
  name            = "Break glass"
}

resource "jumpcloud_iplist" "office" {
  organization_id = data.jumpcloud_organization.acme.id
  name            = "Office"
  ips             = ["203.0.113.0/24"]
}

# Watches first: a second factor for the user portal, outside the office and on
# devices that JumpCloud does not manage. The emergency accounts are left alone.
resource "jumpcloud_authn_policy" "portal_outside_office" {
  organization_id = data.jumpcloud_organization.acme.id
  name            = "User portal: MFA outside the office on unmanaged devices"
  type            = "user_portal"
  monitor_only    = true

  targets = {
    users       = { inclusions = ["ALL"] }
    user_groups = { exclusions = [data.jumpcloud_user_group.emergency.id] }
  }

  conditions = {
    all = [
      { not = { ip_address_in = [jumpcloud_iplist.office.id] } },
      { not = { device_managed = true } },
    ]
  }

  effect = {
    action      = "allow"
    obligations = { mfa = { required = true } }
  }
}
