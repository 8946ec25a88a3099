// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policygrouptemplate_test

import (
	"fmt"
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/helper/resource"
	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/plancheck"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"
	"github.com/hashicorp/terraform-plugin-testing/tfjsonpath"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
)

// used are the types of the configurations here.
var used = []string{
	"jumpcloud_configured_policy_template", "jumpcloud_policy", "jumpcloud_policy_group_template",
}

func TestTerraform(t *testing.T) {
	t.Parallel()

	p := newPortal(t)
	config := func(name string) string {
		return fmt.Sprintf(`
resource "jumpcloud_policy_group_template" "baseline" {
  name       = %q
  policy_ids = [%q]
}

data "jumpcloud_configured_policy_template" "lock" {
  id = jumpcloud_policy_group_template.baseline.members[0].id
}

resource "jumpcloud_policy" "copy" {
  allow_duplicate_name = true
  organization_id = %q
  name            = data.jumpcloud_configured_policy_template.lock.name
  template_name   = data.jumpcloud_configured_policy_template.lock.template_name
  values          = data.jumpcloud_configured_policy_template.lock.values
}
`, name, p.policies[0], p.org)
	}

	resource.UnitTest(t, resource.TestCase{
		ProtoV6ProviderFactories: acctest.Factories(p.Simulator, acctest.As(p.Simulator, simulator.RoleBilling), used...),
		Steps: []resource.TestStep{
			{
				Config: config("Baseline"),
				ConfigStateChecks: []statecheck.StateCheck{
					statecheck.ExpectKnownValue(address, tfjsonpath.New("members"), knownvalue.ListSizeExact(1)),
					statecheck.ExpectKnownValue("jumpcloud_policy.copy", tfjsonpath.New("values").AtMapKey("timeout"), knownvalue.Int64Exact(300)),
				},
			},
			{
				Config: config("Renamed"),
				ConfigPlanChecks: resource.ConfigPlanChecks{PreApply: []plancheck.PlanCheck{
					plancheck.ExpectResourceAction(address, plancheck.ResourceActionReplace),
				}},
			},
			{
				ResourceName: address, ImportState: true, ImportStateVerify: true,
				ImportStateVerifyIgnore: []string{"policy_ids"}, // the service keeps copies, not ids
			},
		},
	})

	if p.templates().Len() != 0 {
		t.Errorf("left behind: %v", p.templates().IDs())
	}
}
