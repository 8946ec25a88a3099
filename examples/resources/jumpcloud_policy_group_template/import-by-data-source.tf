data "jumpcloud_policy_group_template" "imported" {
  name = "Baseline"
}

import {
  to = jumpcloud_policy_group_template.baseline
  id = data.jumpcloud_policy_group_template.imported.id
}
