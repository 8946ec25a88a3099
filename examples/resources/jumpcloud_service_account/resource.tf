data "jumpcloud_roles" "all" {}

resource "jumpcloud_service_account" "ci" {
  name    = "Pipeline"
  role_id = one([for r in data.jumpcloud_roles.all.roles : r.id if r.name == "Help Desk"])

  auth_type = "CLIENT_SECRET"
  lifetime  = "90 Days"
}
