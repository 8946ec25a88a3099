# Needs no credential and no network.

mock_provider "jumpcloud" {
  source = "./mocks"
}

variables {
  name = "Hooli"
}

run "plan" {
  command = plan

  assert {
    condition     = jumpcloud_organization.this.name == "Hooli"
    error_message = "The organization has another name."
  }
}

run "apply" {
  assert {
    condition     = jumpcloud_iplist.office.organization_id == jumpcloud_organization.this.id
    error_message = "The list is of another organization."
  }
}
