// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organization_test

import (
	"fmt"
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/helper/resource"
	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/plancheck"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"
	"github.com/hashicorp/terraform-plugin-testing/tfjsonpath"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/simulator"
)

func TestTerraform(t *testing.T) {
	t.Parallel()

	w := newWorld(t, simulator.RoleBilling, nil)
	config := func(seats int) string {
		return fmt.Sprintf(`
			resource "jumpcloud_organization" "nova" {
			  name             = "Nova"
			  max_system_users = %d
			  deletion_policy  = "abandon"
			}

			data "jumpcloud_organization" "nova" {
			  name       = "Nova"
			  depends_on = [jumpcloud_organization.nova]
			}
		`, seats)
	}

	resource.Test(t, resource.TestCase{
		IsUnitTest:               true,
		ProtoV6ProviderFactories: acctest.Factories(w.sim, acctest.As(w.sim, simulator.RoleBilling)),
		Steps: []resource.TestStep{
			{
				Config: config(60),
				ConfigPlanChecks: resource.ConfigPlanChecks{PreApply: []plancheck.PlanCheck{
					plancheck.ExpectResourceAction(nova, plancheck.ResourceActionCreate),
					plancheck.ExpectUnknownValue(nova, tfjsonpath.New("id")),
				}},
				ConfigStateChecks: []statecheck.StateCheck{
					statecheck.ExpectKnownValue(nova, tfjsonpath.New("max_system_users"), knownvalue.Int64Exact(60)),
					statecheck.ExpectKnownValue("data."+nova, tfjsonpath.New("max_system_users"), knownvalue.Int64Exact(60)),
				},
			},
			{
				ResourceName:      nova,
				ImportState:       true,
				ImportStateVerify: true,
				// Terraform's own, which an import begins with the default of.
				ImportStateVerifyIgnore: []string{"deletion_policy"},
			},
			{
				Config: config(80),
				ConfigPlanChecks: resource.ConfigPlanChecks{PreApply: []plancheck.PlanCheck{
					plancheck.ExpectResourceAction(nova, plancheck.ResourceActionUpdate),
				}},
				ConfigStateChecks: []statecheck.StateCheck{
					statecheck.ExpectKnownValue(nova, tfjsonpath.New("max_system_users"), knownvalue.Int64Exact(80)),
				},
			},
		},
	})

	w.one("Nova") // forgotten, alive
}
