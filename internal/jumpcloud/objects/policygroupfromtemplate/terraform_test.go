// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policygroupfromtemplate_test

import (
	"fmt"
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/helper/resource"
	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"
	"github.com/hashicorp/terraform-plugin-testing/terraform"
	"github.com/hashicorp/terraform-plugin-testing/tfjsonpath"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
)

// used are the types of the configurations here.
var used = []string{
	"jumpcloud_policy_compliance", "jumpcloud_policy_group_from_template", "jumpcloud_policy_group_template",
}

func TestTerraform(t *testing.T) {
	t.Parallel()

	p := newPortal(t)

	resource.UnitTest(t, resource.TestCase{
		ProtoV6ProviderFactories: acctest.Factories(p.Simulator, acctest.As(p.Simulator, simulator.RoleBilling), used...),
		Steps: []resource.TestStep{
			{
				Config: fmt.Sprintf(`
data "jumpcloud_policy_group_template" "baseline" {
  name = "Baseline"
}

resource "jumpcloud_policy_group_from_template" "this" {
  organization_id = %q
  template_id     = data.jumpcloud_policy_group_template.baseline.id
}

data "jumpcloud_policy_compliance" "fleet" {
  organization_ids = [jumpcloud_policy_group_from_template.this.organization_id]
  policy_group     = jumpcloud_policy_group_from_template.this.name
}
`, p.org),
				ConfigStateChecks: []statecheck.StateCheck{
					statecheck.ExpectKnownValue(address, tfjsonpath.New("name"), knownvalue.StringExact("Baseline")),
					statecheck.ExpectKnownValue("data.jumpcloud_policy_compliance.fleet",
						tfjsonpath.New("by_organization").AtMapKey(p.org).AtMapKey("policies"), knownvalue.ListSizeExact(1)),
				},
			},
			{
				ResourceName: address, ImportState: true, ImportStateVerify: true,
				ImportStateIdFunc: func(*terraform.State) (string, error) {
					return p.org + "/" + p.groups().IDs()[0], nil
				},
				ImportStateVerifyIgnore: []string{"template_id"}, // the group does not remember it
			},
		},
	})

	if p.groups().Len() != 0 {
		t.Errorf("left behind: %v", p.groups().IDs())
	}
}
