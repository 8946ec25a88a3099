// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package administrator_test

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

// TestTerraformRoleOfTheSameRun: an administrator gets a role that is made with them, by name and by
// id; the role is renamed; and nothing is left to do each time.
func TestTerraformRoleOfTheSameRun(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	step := func(role, first string) resource.TestStep {
		return resource.TestStep{
			Config: `
				resource "jumpcloud_role" "tier" {
				  name   = "` + role + `"
				  scopes = ["groups"]
				}

				resource "jumpcloud_provider_administrator" "lee" {
				  email      = "lee@example.com"
				  role       = jumpcloud_role.tier.name
				  first_name = "` + first + `"
				}

				resource "jumpcloud_provider_administrator" "kim" {
				  email      = "kim@example.com"
				  role_id    = jumpcloud_role.tier.id
				  first_name = "` + first + `"
				}
			`,
			ConfigStateChecks: []statecheck.StateCheck{
				statecheck.ExpectKnownValue(lee, tfjsonpath.New("role"), knownvalue.StringExact(role)),
				statecheck.ExpectKnownValue("jumpcloud_provider_administrator.kim", tfjsonpath.New("role"), knownvalue.StringExact(role)),
			},
			ConfigPlanChecks: resource.ConfigPlanChecks{PostApplyPostRefresh: []plancheck.PlanCheck{plancheck.ExpectEmptyPlan()}},
		}
	}

	resource.Test(t, resource.TestCase{
		IsUnitTest:               true,
		ProtoV6ProviderFactories: acctest.Factories(w.Sim, acctest.As(w.Sim, simulator.RoleBilling), "jumpcloud_provider_administrator", "jumpcloud_role"),
		Steps:                    []resource.TestStep{step("Tier 1", "A"), step("Tier 2", "A"), step("Tier 3", "B")},
	})
}
