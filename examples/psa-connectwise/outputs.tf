output "integration_id" {
  description = "ID of the integration, for mappings and look-ups."
  value       = jumpcloud_connectwise_integration.this.id
}
