data "jumpcloud_policies" "mac" {
  organization_id = "66b1f0a2c8d5e90001a1b2c3"
  os_family       = "darwin"
}

output "mac_policies" {
  value = data.jumpcloud_policies.mac.ids_by_name
}

# The policies of one policy group with their values, to make them again elsewhere.
data "jumpcloud_policies" "golden" {
  organization_id = "66b1f0a2c8d5e90001a1b2c3"
  policy_group    = "Baseline"
  include_values  = true
}

resource "jumpcloud_policy" "copy" {
  for_each = data.jumpcloud_policies.golden.by_name

  organization_id = "66b1f0a2c8d5e90001a1b2d5"
  name            = each.key
  notes           = each.value.notes
  template_name   = each.value.template_name
  values          = each.value.values
}
