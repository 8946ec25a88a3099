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

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/zammad/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/zammad/simulator"
)

func TestTerraform(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	config := func(name string) string {
		return fmt.Sprintf(`
			resource "zammad_organization" "acme" {
			  name              = %q
			  domain            = "@Acme.example"
			  domain_assignment = true
			  note              = "R&D"

			  custom_attributes = {
			    customer_number = "A-1"
			  }
			}

			data "zammad_organizations" "all" {
			  depends_on = [zammad_organization.acme]
			}
		`, name)
	}

	resource.Test(t, resource.TestCase{
		IsUnitTest:               true,
		ProtoV6ProviderFactories: acctest.Factories(w.sim, acctest.As(w.sim, simulator.RoleAdmin)),
		Steps: []resource.TestStep{
			{
				Config: config("Acme Inc"),
				ConfigPlanChecks: resource.ConfigPlanChecks{PreApply: []plancheck.PlanCheck{
					plancheck.ExpectResourceAction(acme, plancheck.ResourceActionCreate),
					plancheck.ExpectUnknownValue(acme, tfjsonpath.New("id")),
				}},
				ConfigStateChecks: []statecheck.StateCheck{
					statecheck.ExpectKnownValue(acme, tfjsonpath.New("domain"), knownvalue.StringExact("@Acme.example")),
					statecheck.ExpectKnownValue(acme, tfjsonpath.New("note"), knownvalue.StringExact("R&D")),
					statecheck.ExpectKnownValue("data.zammad_organizations.all", tfjsonpath.New("ids_by_name"), knownvalue.MapSizeExact(2)),
				},
			},
			{
				ResourceName:      acme,
				ImportState:       true,
				ImportStateVerify: true,
				// An import has no configuration: texts come as Zammad spells them, and what is managed is not known.
				ImportStateVerifyIgnore: []string{"domain", "note", "custom_attributes"},
			},
			{
				Config: config("Acme Corp"),
				ConfigPlanChecks: resource.ConfigPlanChecks{PreApply: []plancheck.PlanCheck{
					plancheck.ExpectResourceAction(acme, plancheck.ResourceActionUpdate),
				}},
				ConfigStateChecks: []statecheck.StateCheck{
					statecheck.ExpectKnownValue(acme, tfjsonpath.New("name"), knownvalue.StringExact("Acme Corp")),
				},
			},
		},
	})

	if left := w.stored(); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}
