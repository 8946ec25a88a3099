output "watching" {
  description = "Clients in which nobody is stopped yet."
  value       = [for name, t in module.tenant : name if t.monitor_only]
}
