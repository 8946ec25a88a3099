resource "jumpcloud_iplist" "globex_00000003_offices" {
  organization_id = local.tenants["globex-00000003"].organization_id
  name            = "Offices"
  ips             = ["192.0.2.1", "203.0.113.0/24"]
}

resource "jumpcloud_user_group" "globex_00000003_servers" {
  organization_id = local.tenants["globex-00000003"].organization_id
  name            = "Servers"
  description     = "All"
  ldap_groups     = ["staff"]
  posix_groups = {
    staff = 2001
  }
  radius_reply = [
    {
      name  = "Filter-Id"
      value = "staff"
    },
  ]
  sudo_enabled = true
}

resource "jumpcloud_user_group" "globex_00000003_staff" {
  organization_id = local.tenants["globex-00000003"].organization_id
  name            = "Staff"
}

resource "jumpcloud_authn_policy" "globex_00000003_outside_the_offices" {
  organization_id = local.tenants["globex-00000003"].organization_id
  name            = "Outside the offices"
  description     = "MFA"
  conditions = {
    not = {
      ip_address_in = [jumpcloud_iplist.globex_00000003_offices.id]
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
      exclusions = [jumpcloud_user_group.globex_00000003_staff.id]
    }
    users = {
      inclusions = ["ALL"]
    }
  }
}

resource "jumpcloud_radius_server" "globex_00000003_wi_fi" {
  organization_id                 = local.tenants["globex-00000003"].organization_id
  name                            = "Wi-Fi"
  auth_idp                        = "JUMPCLOUD"
  device_cert_enabled             = false
  mfa                             = "DISABLED"
  network_source_ip               = "198.51.100.1"
  radsec_enabled                  = false
  require_radsec                  = false
  require_tls_auth                = false
  user_cert_enabled               = false
  user_lockout_action             = "REMOVE"
  user_password_enabled           = true
  user_password_expiration_action = "REMOVE"

  # The service never shows shared_secret, and keeps what it has. To send what the variable holds, uncomment
  # these two lines. They need Terraform or OpenTofu 1.11 or later.
  # shared_secret_wo         = one([for secret in [var.radius_server_globex_00000003_wi_fi_shared_secret] : secret if nonsensitive(secret != null)])
  # shared_secret_wo_version = nonsensitive(var.radius_server_globex_00000003_wi_fi_shared_secret == null) ? null : 1
}

resource "jumpcloud_ldap_server" "globex_00000003_jumpcloud" {
  organization_id                 = local.tenants["globex-00000003"].organization_id
  user_lockout_action             = "remove"
  user_password_expiration_action = "remove"
}
