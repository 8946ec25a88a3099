resource "jumpcloud_autotask_alert_configuration" "this" {
  alert          = "User Lockout"
  create_tickets = true
  priority       = "High"
  status         = "New"
  due_days       = 1

  destination = {
    queue = "Monitoring Alert" # or: resource = { name = "Lee Wong", role = "Engineer" }
  }
}
