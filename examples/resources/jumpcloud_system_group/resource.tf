resource "jumpcloud_organization" "acme" {
  name = "Acme Inc"
}

# Members are added by hand, or when a device enrolls.
resource "jumpcloud_system_group" "pilot" {
  organization_id = jumpcloud_organization.acme.id
  name            = "Pilot devices"
  description     = "Get every change first"
}

# Members come from a query. The API leaves the form of filters open: build the
# group in the console once and read it with data.jumpcloud_system_group.
resource "jumpcloud_system_group" "macs" {
  organization_id   = jumpcloud_organization.acme.id
  name              = "Macs"
  membership_method = "DYNAMIC_AUTOMATED"

  member_query = {
    query_type = "FilterQuery"
    filters    = [{ field = "os", operator = "eq", value = "Mac OS X" }]
  }

  # The query does not decide over these. One of another organization names it in
  # organization_id.
  member_query_exemptions = [{ id = var.lent_device_id }]
}

variable "lent_device_id" {
  description = "ID of a device that is in no group by query."
  type        = string
}
