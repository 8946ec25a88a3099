output "exceptions" {
  description = "Exceptions by tenant: what, why, who and until when."
  value = {
    for slug, t in local.tenants : slug => [
      for policy, e in t.exceptions : "${policy}: ${e.reason} (${e.owner}, until ${e.until})"
    ] if can(t.exceptions)
  }
}
