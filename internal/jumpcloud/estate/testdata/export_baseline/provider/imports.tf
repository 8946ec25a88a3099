import {
  to = jumpcloud_role.auditor
  id = "386d43800000000000000028"
}

import {
  to = jumpcloud_provider_administrator.lee_example_com
  id = "386d43800000000000000027"
}

import {
  to = jumpcloud_provider_administrator.operations_examplemsp_example
  id = "386d43800000000000000005"
}

import {
  to = jumpcloud_administrator_organization_link.lee_example_com_globex
  id = "386d43800000000000000027/386d43800000000000000002"
}

import {
  to = jumpcloud_connectwise_integration.connectwise
  id = "00000000-0000-4000-8000-000000000023"
}

import {
  to = jumpcloud_connectwise_mapping.connectwise_mapping_1st_choice_ltd
  id = "00000000-0000-4000-8000-000000000023/386d43800000000000000004"
}

import {
  to = jumpcloud_connectwise_mapping.globex
  id = "00000000-0000-4000-8000-000000000023/386d43800000000000000002"
}
