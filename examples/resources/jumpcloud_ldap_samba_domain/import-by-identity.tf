import {
  to = jumpcloud_ldap_samba_domain.office

  identity = {
    organization_id = "66b1f0a2c8d5e90001a1b2c3"
    ldap_server_id  = "66b1f0a2c8d5e90001a1b2c5"
    id              = "66b1f0a2c8d5e90001a1b2c4"
  }
}
