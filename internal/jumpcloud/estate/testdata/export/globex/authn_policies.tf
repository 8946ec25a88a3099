resource "jumpcloud_authn_policy" "outside_the_offices" {
  organization_id = jumpcloud_organization.this.id
  name            = "Outside the offices"
  description     = "MFA"
  conditions = {
    not = {
      ip_address_in = [jumpcloud_iplist.offices.id]
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
      exclusions = [jumpcloud_user_group.staff.id]
    }
    users = {
      inclusions = ["ALL"]
    }
  }
}
