import {
  to = jumpcloud_organization.this
  id = "386d43800000000000000002"
}

import {
  to = jumpcloud_iplist.offices
  id = "386d43800000000000000002/386d4380000000000000000c"
}

import {
  to = jumpcloud_user_group.servers
  id = "386d43800000000000000002/386d43800000000000000013"
}

import {
  to = jumpcloud_user_group.staff
  id = "386d43800000000000000002/386d43800000000000000009"
}

import {
  to = jumpcloud_system_group.all_macs
  id = "386d43800000000000000002/386d43800000000000000008"
}

import {
  to = jumpcloud_system_group.macs_by_query
  id = "386d43800000000000000002/386d43800000000000000012"
}

import {
  to = jumpcloud_policy.macos_lock_screen
  id = "386d43800000000000000002/386d43800000000000000004"
}

import {
  to = jumpcloud_policy.macos_login_window
  id = "386d43800000000000000002/386d43800000000000000005"
}

import {
  to = jumpcloud_policy.macos_notifications
  id = "386d43800000000000000002/386d43800000000000000006"
}

import {
  to = jumpcloud_policy.windows_wi_fi
  id = "386d43800000000000000002/386d43800000000000000007"
}

import {
  to = jumpcloud_policy_group.baseline
  id = "386d43800000000000000002/386d4380000000000000000a"
}

import {
  to = jumpcloud_policy_group.nothing_yet
  id = "386d43800000000000000002/386d4380000000000000000b"
}

import {
  to = jumpcloud_authn_policy.outside_the_offices
  id = "386d43800000000000000002/386d4380000000000000000f"
}

import {
  to = jumpcloud_ldap_server.jumpcloud
  id = "386d43800000000000000002/479a9e0520f45e22abb5984f"
}

import {
  to = jumpcloud_office365.microsoft_365
  id = "386d43800000000000000002/386d4380000000000000000d"
}
