resource "jumpcloud_system_group" "all_macs" {
  organization_id = jumpcloud_organization.this.id
  name            = "All Macs"
}

resource "jumpcloud_system_group" "macs_by_query" {
  organization_id = jumpcloud_organization.this.id
  name            = "Macs by query"
  member_query = {
    filters = [
      {
        field    = "os"
        operator = "eq"
        value    = "Mac OS X"
      },
    ]
    query_type = "FilterQuery"
  }
  membership_method = "DYNAMIC_AUTOMATED"
}
