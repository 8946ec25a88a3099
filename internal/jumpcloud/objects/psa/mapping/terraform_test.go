// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package mapping_test

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
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa/psasim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
)

// TestTerraform is the life of a mapping in real Terraform, of an organization that the
// same run makes.
func TestTerraform(t *testing.T) {
	t.Parallel()

	billed := map[string]string{
		psasim.ConnectWise: `
  agreement = "Managed Services 2026"
  addition  = "JumpCloud Platform"`,
		psasim.Autotask: `
  contract = "Managed Services 2026"
  service  = "JumpCloud Platform"`,
		psasim.Syncro: `
  billing = {
    schedule  = "Harbor Legal - Monthly"
    line_item = "Support"
  }`,
	}

	each(t, nil, func(t *testing.T, w *world, v vendor) {
		t.Helper()

		config := func(more string) string {
			return fmt.Sprintf(`
resource "jumpcloud_organization" "harbor" {
  name            = "Harbor Legal LLP"
  deletion_policy = "abandon"
}

resource "jumpcloud_%s_mapping" "this" {
  integration_id  = %q
  organization_id = jumpcloud_organization.harbor.id
  company         = "Harbor Legal"
%s
}
`, v.name, w.integration, more)
		}

		steps := []resource.TestStep{
			{
				Config: config(billed[v.name]),
				ConfigPlanChecks: resource.ConfigPlanChecks{PreApply: []plancheck.PlanCheck{
					plancheck.ExpectKnownValue(v.address(), tfjsonpath.New("company_id"), knownvalue.StringExact("253")),
					plancheck.ExpectUnknownValue(v.address(), tfjsonpath.New("organization_id")),
				}},
				ConfigStateChecks: []statecheck.StateCheck{
					statecheck.ExpectKnownValue(v.address(), tfjsonpath.New("company_id"), knownvalue.StringExact("253")),
				},
			},
			{
				Config: config(""),
				ConfigPlanChecks: resource.ConfigPlanChecks{PreApply: []plancheck.PlanCheck{
					plancheck.ExpectResourceAction(v.address(), plancheck.ResourceActionUpdate),
				}},
			},
			{
				Config: config(""), ResourceName: v.address(), ImportState: true, ImportStateVerify: true,
				ImportStateVerifyIdentifierAttribute: "organization_id",
				ImportStateIdFunc: func(s *terraform.State) (string, error) {
					return w.integration + "/" + s.RootModule().Resources["jumpcloud_organization.harbor"].Primary.ID, nil
				},
			},
		}

		resource.UnitTest(t, resource.TestCase{
			ProtoV6ProviderFactories: acctest.Factories(w.Sim, acctest.As(w.Sim, simulator.RoleBilling)), Steps: steps,
		})

		if n := w.Sim.Docs(psasim.Mappings, w.integration).Len(); n > 0 {
			t.Errorf("%d left behind", n)
		}
	})
}
