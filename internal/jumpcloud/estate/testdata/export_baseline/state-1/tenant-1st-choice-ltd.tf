resource "jumpcloud_iplist" "organization_1st_choice_ltd_offices" {
  organization_id = local.tenants["1st-choice-ltd"].organization_id
  name            = "Offices"
  ips             = ["192.0.2.1", "203.0.113.0/24"]
}

resource "jumpcloud_user_group" "organization_1st_choice_ltd_staff" {
  organization_id = local.tenants["1st-choice-ltd"].organization_id
  name            = "Staff"
}

resource "jumpcloud_authn_policy" "organization_1st_choice_ltd_outside_the_offices" {
  organization_id = local.tenants["1st-choice-ltd"].organization_id
  name            = "Outside the offices"
  description     = "MFA"
  conditions = {
    not = {
      ip_address_in = [jumpcloud_iplist.organization_1st_choice_ltd_offices.id]
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
      exclusions = [jumpcloud_user_group.organization_1st_choice_ltd_staff.id]
    }
    users = {
      inclusions = ["ALL"]
    }
  }
}

resource "jumpcloud_ldap_server" "organization_1st_choice_ltd_jumpcloud" {
  organization_id                 = local.tenants["1st-choice-ltd"].organization_id
  user_lockout_action             = "remove"
  user_password_expiration_action = "remove"
}
