// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package authnpolicy_test

import (
	"fmt"
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/helper/resource"
	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/plancheck"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"
	"github.com/hashicorp/terraform-plugin-testing/terraform"
	"github.com/hashicorp/terraform-plugin-testing/tfjsonpath"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// TestTerraform is the story of a policy that watches first: the IP list that its
// conditions name is made in the same run.
func TestTerraform(t *testing.T) {
	t.Parallel()

	s := acctest.Simulator(t, simulator.Options{})
	org, _ := s.OrganizationID(simulator.AcmeInc)
	s.Put("usergroups", org, group, sim.Doc{"name": "Break glass", "type": "user_group"})

	config := func(monitor bool) string {
		return fmt.Sprintf(`
resource "jumpcloud_iplist" "office" {
  organization_id = %[1]q
  name            = "Office"
  ips             = ["203.0.113.0/24"]
}

resource "jumpcloud_authn_policy" "portal" {
  organization_id = %[1]q
  name            = "User portal: MFA outside the office on unmanaged devices"
  type            = "user_portal"
  monitor_only    = %[2]t

  targets = {
    users       = { inclusions = ["ALL"] }
    user_groups = { exclusions = [%[3]q] }
  }
  conditions = {
    all = [
      { not = { ip_address_in = [jumpcloud_iplist.office.id] } },
      { not = { device_managed = true } },
    ]
  }
  effect = {
    action      = "allow"
    obligations = { mfa = { required = true } }
  }
}
`, org, monitor, group)
	}
	action := func(a plancheck.ResourceActionType) resource.ConfigPlanChecks {
		return resource.ConfigPlanChecks{
			PreApply:             []plancheck.PlanCheck{plancheck.ExpectResourceAction(portal, a)},
			PostApplyPostRefresh: []plancheck.PlanCheck{plancheck.ExpectEmptyPlan()},
		}
	}

	resource.Test(t, resource.TestCase{
		ProtoV6ProviderFactories: acctest.Factories(s, acctest.As(s, simulator.RoleBilling), "jumpcloud_authn_policy", "jumpcloud_iplist"),
		Steps: []resource.TestStep{
			{
				Config:           config(true),
				ConfigPlanChecks: action(plancheck.ResourceActionCreate),
				ConfigStateChecks: []statecheck.StateCheck{statecheck.ExpectKnownValue(portal,
					tfjsonpath.New("effect").AtMapKey("obligations").AtMapKey("mfa").AtMapKey("required"), knownvalue.Bool(true))},
			},
			{
				ResourceName: portal, ImportState: true, ImportStateVerify: true,
				ImportStateIdFunc: func(state *terraform.State) (string, error) {
					return org + "/" + state.RootModule().Resources[portal].Primary.ID, nil
				},
			},
			{Config: config(false), ConfigPlanChecks: action(plancheck.ResourceActionUpdate)},
		},
	})
}
