resource "jumpcloud_iplist" "globex_offices" {
  organization_id = local.tenants["globex"].organization_id
  name            = "Offices"
  ips             = ["192.0.2.1", "203.0.113.0/24"]
}

resource "jumpcloud_user_group" "globex_staff" {
  organization_id = local.tenants["globex"].organization_id
  name            = "Staff"
}

resource "jumpcloud_authn_policy" "globex_outside_the_offices" {
  organization_id = local.tenants["globex"].organization_id
  name            = "Outside the offices"
  description     = "MFA"
  conditions = {
    not = {
      ip_address_in = [jumpcloud_iplist.globex_offices.id]
    }
  }
  effect = {
    action = "allow"
    obligations = {
      mfa = {
        required = true
      }
    }
  }
  targets = {
    user_groups = {
      exclusions = [jumpcloud_user_group.globex_staff.id]
    }
    users = {
      inclusions = ["ALL"]
    }
  }
}

resource "jumpcloud_ldap_server" "globex_jumpcloud" {
  organization_id                 = local.tenants["globex"].organization_id
  user_lockout_action             = "remove"
  user_password_expiration_action = "remove"
}

resource "jumpcloud_office365" "globex_microsoft_365" {
  organization_id                 = local.tenants["globex"].organization_id
  name                            = "Microsoft 365"
  groups_enabled                  = false
  user_lockout_action             = "suspend"
  user_password_expiration_action = "suspend"
}
