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

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
)

// used are the types of the configurations here.
var used = []string{
	"jumpcloud_iplist", "jumpcloud_organization", "jumpcloud_user_group",
}

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
		ProtoV6ProviderFactories: acctest.Factories(w.Sim, acctest.As(w.Sim, simulator.RoleBilling), used...),
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

// TestTerraformOnboardingUnderBlastRadius: thirteen tenants with what lives in them are made in one
// apply of one saved plan, under a limit of thirteen. The objects' organizations get their
// ids while it applies, and Terraform plans each object again then.
func TestTerraformOnboardingUnderBlastRadius(t *testing.T) {
	t.Parallel()

	const tenants = 13

	w := newWorld(t, simulator.RoleBilling, nil)

	resource.Test(t, resource.TestCase{
		IsUnitTest:               true,
		ProtoV6ProviderFactories: acctest.Factories(w.Sim, acctest.As(w.Sim, simulator.RoleBilling), used...),
		Steps: []resource.TestStep{{
			Config: fmt.Sprintf(`
				provider "jumpcloud" {
				  blast_radius = { max_organizations = %d }
				}

				resource "jumpcloud_organization" "tenant" {
				  count           = %[1]d
				  name            = "Tenant ${count.index}"
				  deletion_policy = "abandon"
				}

				resource "jumpcloud_iplist" "office" {
				  count           = %[1]d
				  organization_id = jumpcloud_organization.tenant[count.index].id
				  name            = "Office"
				  ips             = ["192.0.2.1"]
				}

				resource "jumpcloud_user_group" "staff" {
				  count           = %[1]d
				  organization_id = jumpcloud_organization.tenant[count.index].id
				  name            = "Staff"
				}
			`, tenants),
		}},
	})

	if n := w.Sim.Log().Count("POST", providers); n != tenants {
		t.Errorf("%d organizations were made", n)
	}
}
