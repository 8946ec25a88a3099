resource "jumpcloud_role" "auditor" {
  name        = "Auditor"
  description = "Reads organizations and their groups, changes nothing"

  scopes = ["groups.readonly", "organizations.readonly"]
}
