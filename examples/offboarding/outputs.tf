output "checklists" {
  description = "For each client that leaves: what to do in which order, and how much of it is left."

  value = {
    for k, o in data.jumpcloud_organization_offboarding.client : k => [
      for i, s in o.steps : "${i + 1}. ${s.action}${s.remaining == null ? "" : s.remaining == 0 ? " [done]" : " [${s.remaining} left]"}"
    ]
  }
}

output "ready" {
  description = "Clients whose deletion can be asked for, or has been."

  value = [for k, o in data.jumpcloud_organization_offboarding.client : k if o.ready]
}

output "still_billed" {
  description = "Clients that leave and that a PSA still bills for."

  value = {
    for k, o in data.jumpcloud_organization_offboarding.client : k => [for m in o.mappings : "${m.type}: ${m.company_name}"]
    if try(length(o.mappings), 0) > 0
  }
}
