import {
  to = jumpcloud_role.auditor
  id = "386d43800000000000000011"
}

import {
  to = jumpcloud_provider_administrator.lee_example_com
  id = "386d43800000000000000010"
}

import {
  to = jumpcloud_provider_administrator.operations_examplemsp_example
  id = "386d43800000000000000003"
}

import {
  to = jumpcloud_administrator_organization_link.lee_example_com_globex
  id = "386d43800000000000000010/386d43800000000000000002"
}

import {
  to = jumpcloud_connectwise_integration.connectwise
  id = "00000000-0000-4000-8000-00000000000e"
}

import {
  to = jumpcloud_connectwise_mapping.globex
  id = "00000000-0000-4000-8000-00000000000e/386d43800000000000000002"
}
