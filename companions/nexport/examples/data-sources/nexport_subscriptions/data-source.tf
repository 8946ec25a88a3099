data "nexport_subscriptions" "ann" {
  login = "ann@acme.example"
}

output "enabled" {
  value = [for s in data.nexport_subscriptions.ann.subscriptions : s.organization_id if s.enabled]
}
