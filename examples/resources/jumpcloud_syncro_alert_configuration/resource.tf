resource "jumpcloud_syncro_alert_configuration" "this" {
  alert          = "User Lockout"
  create_tickets = true
  problem_type   = "Security"
  assignee       = "lee@example.com"
}
