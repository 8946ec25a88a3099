// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package role_test

import (
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/helper/resource"
	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/plancheck"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"
	"github.com/hashicorp/terraform-plugin-testing/tfjsonpath"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
)

func TestTerraform(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	config := func(scopes string) string {
		return `
			resource "jumpcloud_role" "tier" {
			  name   = "Tier 1"
			  scopes = ` + scopes + `
			}
		`
	}

	resource.Test(t, resource.TestCase{
		IsUnitTest:               true,
		ProtoV6ProviderFactories: acctest.Factories(w.Sim, acctest.As(w.Sim, simulator.RoleBilling), "jumpcloud_role"),
		Steps: []resource.TestStep{
			{
				Config: config(`["groups"]`),
				ConfigPlanChecks: resource.ConfigPlanChecks{PreApply: []plancheck.PlanCheck{
					plancheck.ExpectResourceAction(tier, plancheck.ResourceActionCreate),
				}},
			},
			{ResourceName: tier, ImportState: true, ImportStateVerify: true},
			{
				Config: config(`["groups", "organizations.readonly"]`),
				ConfigPlanChecks: resource.ConfigPlanChecks{PreApply: []plancheck.PlanCheck{
					plancheck.ExpectResourceAction(tier, plancheck.ResourceActionUpdate),
				}},
				ConfigStateChecks: []statecheck.StateCheck{
					statecheck.ExpectKnownValue(tier, tfjsonpath.New("scopes"), knownvalue.SetSizeExact(2)),
				},
			},
		},
	})
}
