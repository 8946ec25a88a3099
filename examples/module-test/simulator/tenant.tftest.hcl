# Runs against the simulator, which JUMPCLOUD_API_URL and JUMPCLOUD_API_KEY name:
#
#   terraform test -test-directory=simulator
#
# What mocks cannot tell is asserted here: what the service takes, and that a rename keeps
# the organization.

variables {
  name            = "Hooli"
  deletion_policy = "abandon" # so that the end of the test can destroy
}

run "create" {
  assert {
    condition     = jumpcloud_iplist.office.organization_id == jumpcloud_organization.this.id
    error_message = "The list is of another organization."
  }
}

run "rename" {
  variables {
    name   = "Hooli XYZ"
    before = run.create.organization_id # OpenTofu knows runs here, and in no assert
  }

  assert {
    condition     = jumpcloud_organization.this.id == var.before
    error_message = "A new name made another organization."
  }
}
