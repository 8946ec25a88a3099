output "tenants" {
  description = "Organization, console and policies of each tenant, by slug."
  value = {
    for slug, tenant in module.tenant : slug => {
      organization_id = tenant.organization_id
      console_url     = tenant.console_url
      policy_ids      = tenant.policy_ids
    }
  }
}
