resource "jumpcloud_policy" "lock" {
  organization_id = var.golden_organization_id
  name            = "macOS - Lock screen"
  template_name   = "lock_screen_darwin"
  values          = { timeout = 300 }
}

resource "jumpcloud_policy_group_template" "baseline" {
  name        = "Baseline"
  description = "What every client starts with"
  policy_ids  = [jumpcloud_policy.lock.id]
}

variable "golden_organization_id" {
  type = string
}
