output "monitor_only" {
  description = "Whether the policies only watch."
  value       = var.monitor_only
}
