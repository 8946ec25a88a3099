locals {
  tenants = toset(["acme", "globex", "initech"])

  # Stable: a tenant stays in its ring until the seed changes.
  rings = { for t in local.tenants : t => provider::jumpcloud::ring(t, { canary = 2, early = 10, broad = 88 }, "2026") }
}

output "canaries" {
  value = [for t, ring in local.rings : t if ring == "canary"]
}
