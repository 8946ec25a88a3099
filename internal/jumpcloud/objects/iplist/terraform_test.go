// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package iplist_test

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
)

// TestTerraform imports with the command, as people did before import blocks.
func TestTerraform(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	config := fmt.Sprintf(`
		resource "jumpcloud_iplist" "office" {
		  organization_id = %q
		  name            = "Office"
		  ips             = ["2001:DB8::/32", "10.0.0.1/32"]
		}

		data "jumpcloud_iplists" "all" {
		  organization_id = jumpcloud_iplist.office.organization_id
		  depends_on      = [jumpcloud_iplist.office]
		}
	`, w.Org)

	resource.Test(t, resource.TestCase{
		IsUnitTest:               true,
		ProtoV6ProviderFactories: acctest.Factories(w.Sim, acctest.As(w.Sim, simulator.RoleBilling), "jumpcloud_iplist", "jumpcloud_iplists"),
		Steps: []resource.TestStep{
			{
				Config: config,
				ConfigPlanChecks: resource.ConfigPlanChecks{PreApply: []plancheck.PlanCheck{
					plancheck.ExpectResourceAction(office, plancheck.ResourceActionCreate),
					plancheck.ExpectUnknownValue(office, tfjsonpath.New("id")),
				}},
				ConfigStateChecks: []statecheck.StateCheck{
					statecheck.ExpectKnownValue(office, tfjsonpath.New("ips"), knownvalue.SetExact([]knownvalue.Check{
						knownvalue.StringExact("10.0.0.1/32"), knownvalue.StringExact("2001:DB8::/32"),
					})),
					statecheck.ExpectKnownValue(office, tfjsonpath.New("description"), knownvalue.StringExact("")),
					statecheck.ExpectKnownValue("data.jumpcloud_iplists.all", tfjsonpath.New("ids_by_name"), knownvalue.MapSizeExact(1)),
				},
			},
			{
				ResourceName:      office,
				ImportState:       true,
				ImportStateVerify: true,
				ImportStateIdFunc: func(*terraform.State) (string, error) { return w.Org + "/" + w.ID(), nil },
			},
		},
	})

	if left := w.Stored(); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}
