data "jumpcloud_policy_template" "notifications" {
  organization_id = "66b1f0a2c8d5e90001a1b2c3"
  name            = "app_notifications_darwin"
}

# What jumpcloud_policy.values can have.
output "fields" {
  value = {
    for name, field in data.jumpcloud_policy_template.notifications.fields : name => {
      type     = field.type
      required = field.required
      default  = jsondecode(coalesce(field.default_json, "null"))
      options  = field.options[*].label
    }
  }
}
