# Audit the tenants: which of them let passwords be short? Slugs are good enough as keys of
# what is only read. The keys of resources are organization ids, which no rename changes.
data "jumpcloud_organizations" "all" {}

data "jumpcloud_organization_settings" "each" {
  for_each = data.jumpcloud_organizations.all.id_by_slug

  organization_id = each.value
}

output "short_passwords" {
  value = [for name, s in data.jumpcloud_organization_settings.each : name if s.password_policy.min_length < 12]
}
