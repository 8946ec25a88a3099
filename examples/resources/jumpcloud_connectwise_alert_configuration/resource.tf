resource "jumpcloud_connectwise_alert_configuration" "this" {
  alert          = "User Lockout"
  create_tickets = true
  priority       = "Priority 2 - High"
  due_days       = 1
  on_destroy     = "restore" # what it did before Terraform
}
