output "organization_id" {
  description = "ID of the organization."
  value       = jumpcloud_organization.this.id
}

output "console_url" {
  description = "Console in which the organization is managed."
  value       = jumpcloud_organization.this.console_url
}

output "policy_ids" {
  description = "IDs of the tenant's policies, by purpose."
  value = {
    lock_mac      = jumpcloud_policy.lock_mac.id
    llmnr_windows = jumpcloud_policy.llmnr_windows.id
    usb_linux     = jumpcloud_policy.usb_linux.id
  }
}
