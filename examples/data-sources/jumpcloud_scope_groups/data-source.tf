data "jumpcloud_scope_groups" "all" {}

# A role that reads everything.
resource "jumpcloud_role" "reader" {
  name   = "Reader"
  scopes = [for s in data.jumpcloud_scope_groups.all.scopes : s if endswith(s, ".readonly")]
}
