data "jumpcloud_policy_group_template" "baseline" {
  name = "Baseline"
}

resource "jumpcloud_organization" "acme" {
  name = "Acme Inc"
}

resource "jumpcloud_policy_group_from_template" "baseline" {
  organization_id = jumpcloud_organization.acme.id
  template_id     = data.jumpcloud_policy_group_template.baseline.id
}
