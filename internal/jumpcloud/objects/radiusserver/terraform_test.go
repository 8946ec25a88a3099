// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package radiusserver_test

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

// used are the types of the configurations here.
var used = []string{
	"jumpcloud_radius_server", "jumpcloud_radius_servers", "jumpcloud_system_group",
	"jumpcloud_system_group_association",
}

// TestTerraform binds a device group to a server, which the graph knows by the id that
// version 1 gave it.
func TestTerraform(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	config := func(mfa string) string {
		return fmt.Sprintf(`
			resource "jumpcloud_radius_server" "office" {
			  organization_id   = %[1]q
			  name              = "Office"
			  network_source_ip = "198.51.100.7"
			  shared_secret     = %[2]q
			  mfa               = %[3]q
			}

			resource "jumpcloud_system_group" "laptops" {
			  organization_id = %[1]q
			  name            = "Laptops"
			}

			resource "jumpcloud_system_group_association" "laptops" {
			  organization_id = %[1]q
			  system_group_id = jumpcloud_system_group.laptops.id
			  target_type     = "radius_server"
			  target_id       = jumpcloud_radius_server.office.id
			}

			data "jumpcloud_radius_servers" "all" {
			  organization_id = jumpcloud_radius_server.office.organization_id
			  depends_on      = [jumpcloud_radius_server.office]
			}
		`, w.Org, canary, mfa)
	}
	action := func(a plancheck.ResourceActionType) resource.ConfigPlanChecks {
		return resource.ConfigPlanChecks{
			PreApply:             []plancheck.PlanCheck{plancheck.ExpectResourceAction(office, a)},
			PostApplyPostRefresh: []plancheck.PlanCheck{plancheck.ExpectEmptyPlan()},
		}
	}

	resource.Test(t, resource.TestCase{
		IsUnitTest:               true,
		ProtoV6ProviderFactories: acctest.Factories(w.Sim, acctest.As(w.Sim, simulator.RoleBilling), used...),
		Steps: []resource.TestStep{
			{
				Config:           config("ENABLED"),
				ConfigPlanChecks: action(plancheck.ResourceActionCreate),
				ConfigStateChecks: []statecheck.StateCheck{
					statecheck.ExpectKnownValue(office, tfjsonpath.New("auth_idp"), knownvalue.StringExact("JUMPCLOUD")),
					statecheck.ExpectKnownValue("data.jumpcloud_radius_servers.all", tfjsonpath.New("ids_by_name"), knownvalue.MapSizeExact(1)),
				},
			},
			{
				ResourceName: office, ImportState: true, ImportStateVerify: true, ImportStateVerifyIgnore: []string{"shared_secret"},
				ImportStateIdFunc: func(*terraform.State) (string, error) { return w.Org + "/" + w.ID(), nil },
			},
			{Config: config("ALWAYS"), ConfigPlanChecks: action(plancheck.ResourceActionUpdate)},
		},
	})

	if left := w.Stored(); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}
