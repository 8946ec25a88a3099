import {
  to = jumpcloud_ldap_samba_domain.office
  id = "66b1f0a2c8d5e90001a1b2c3/66b1f0a2c8d5e90001a1b2c5/66b1f0a2c8d5e90001a1b2c4"
}
