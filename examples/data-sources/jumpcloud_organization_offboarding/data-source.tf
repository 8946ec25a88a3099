data "jumpcloud_organization_offboarding" "leaving" {
  organization_id = "66b1f0a2c8d5e90001a1b2c3"
}

# What to do, in this order, and how much of it is left.
output "steps" {
  value = [
    for s in data.jumpcloud_organization_offboarding.leaving.steps :
    s.remaining == null ? s.action : "${s.action} (${s.remaining} left)"
  ]
}
