// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package office365_test

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
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/office365/office365sim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
)

// used are the types of the configurations here.
var used = []string{
	"jumpcloud_office365", "jumpcloud_office365_domain", "jumpcloud_office365_translation_rule",
}

// TestTerraform finds the directory, gives it a domain and a rule, and makes the domain
// the default one.
func TestTerraform(t *testing.T) {
	t.Parallel()

	s := acctest.Simulator(t, simulator.Options{})
	org, _ := s.OrganizationID(simulator.AcmeInc)
	id := office365sim.Add(s.World, org, "Acme 365")
	config := func(builtIn string) string {
		return fmt.Sprintf(`
data "jumpcloud_office365" "found" {
  organization_id = %[1]q
}

resource "jumpcloud_office365_domain" "this" {
  organization_id = %[1]q
  office365_id    = data.jumpcloud_office365.found.id
  domain          = "acme.example"
}

resource "jumpcloud_office365_translation_rule" "this" {
  organization_id = %[1]q
  office365_id    = data.jumpcloud_office365.found.id
  built_in        = %[2]q
}

resource "jumpcloud_office365" "this" {
  organization_id   = %[1]q
  groups_enabled    = %[3]t
  default_domain_id = jumpcloud_office365_domain.this.id
}
`, org, builtIn, builtIn == "user_city")
	}
	part := func(address string) resource.TestStep {
		return resource.TestStep{
			ResourceName: address, ImportState: true, ImportStateVerify: true,
			ImportStateVerifyIgnore: []string{"default"}, // became true when the directory chose it
			ImportStateIdFunc: func(state *terraform.State) (string, error) {
				return org + "/" + id + "/" + state.RootModule().Resources[address].Primary.ID, nil
			},
		}
	}

	resource.Test(t, resource.TestCase{
		ProtoV6ProviderFactories: acctest.Factories(s, acctest.As(s, simulator.RoleBilling), used...),
		Steps: []resource.TestStep{
			{
				Config: config("user_city"),
				ConfigStateChecks: []statecheck.StateCheck{
					statecheck.ExpectKnownValue(directory, tfjsonpath.New("default_domain"), knownvalue.StringExact("acme.example")),
				},
			},
			{ResourceName: directory, ImportState: true, ImportStateVerify: true, ImportStateId: org + "/" + id},
			part(domain),
			part(rule),
			{
				Config: config("user_state"),
				ConfigPlanChecks: resource.ConfigPlanChecks{
					PreApply: []plancheck.PlanCheck{
						plancheck.ExpectResourceAction(directory, plancheck.ResourceActionUpdate),
						plancheck.ExpectResourceAction(rule, plancheck.ResourceActionReplace),
						plancheck.ExpectResourceAction(domain, plancheck.ResourceActionNoop),
					},
					PostApplyPostRefresh: []plancheck.PlanCheck{plancheck.ExpectEmptyPlan()},
				},
			},
		},
	})
}
