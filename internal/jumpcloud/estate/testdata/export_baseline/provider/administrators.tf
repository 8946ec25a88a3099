resource "jumpcloud_role" "auditor" {
  name   = "Auditor"
  scopes = ["groups.readonly", "organizations.readonly"]
}

resource "jumpcloud_provider_administrator" "lee_example_com" {
  email               = "lee@example.com"
  first_name          = "Lee"
  last_name           = "Example"
  multi_factor        = true
  organization_access = "selected"
  role                = "Help Desk"
}

resource "jumpcloud_provider_administrator" "operations_examplemsp_example" {
  email        = "operations@examplemsp.example"
  api_access   = true
  multi_factor = false
  role         = "Administrator With Billing"
}

resource "jumpcloud_administrator_organization_link" "lee_example_com_globex" {
  organization_id  = data.jumpcloud_organization.globex.id
  administrator_id = jumpcloud_provider_administrator.lee_example_com.id
}
