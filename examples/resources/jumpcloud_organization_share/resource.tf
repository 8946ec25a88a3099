data "jumpcloud_organization" "primary" {
  name = "Example MSP"
}

data "jumpcloud_organization" "acme" {
  name = "Acme Inc"
}

resource "jumpcloud_policy_group" "baseline" {
  organization_id = data.jumpcloud_organization.primary.id
  name            = "Baseline"
}

resource "jumpcloud_organization_share" "baseline_acme" {
  object_type     = "policy_group"
  object_id       = jumpcloud_policy_group.baseline.id
  organization_id = data.jumpcloud_organization.acme.id
}

data "jumpcloud_shareable_objects" "applications" {
  object_type = "application"
}

resource "jumpcloud_organization_share" "wiki_acme" {
  object_type     = "application"
  object_id       = data.jumpcloud_shareable_objects.applications.ids_by_name["Wiki"]
  organization_id = data.jumpcloud_organization.acme.id
}
