// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package mapping_test

import (
	"fmt"
	"strings"
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
// same run makes, at all vendors in one configuration.
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

	w := newWorld(t, vendors[0], nil)
	integrations := map[string]string{vendors[0].name: w.integration}

	for _, v := range vendors[1:] {
		integrations[v.name] = psasim.AddIntegration(w.Sim.World, w.ProviderID, v.name)
	}

	config := func(more map[string]string) string {
		var text strings.Builder

		text.WriteString(`
resource "jumpcloud_organization" "harbor" {
  name            = "Harbor Legal LLP"
  deletion_policy = "abandon"
}
`)

		for _, v := range vendors {
			fmt.Fprintf(&text, `
resource "jumpcloud_%s_mapping" "this" {
  integration_id  = %q
  organization_id = jumpcloud_organization.harbor.id
  company         = "Harbor Legal"
%s
}
`, v.name, integrations[v.name], more[v.name])
		}

		return text.String()
	}

	var (
		planned, changed []plancheck.PlanCheck
		made             []statecheck.StateCheck
		imports          []resource.TestStep
	)

	for _, v := range vendors {
		planned = append(planned,
			plancheck.ExpectKnownValue(v.address(), tfjsonpath.New("company_id"), knownvalue.StringExact("253")),
			plancheck.ExpectUnknownValue(v.address(), tfjsonpath.New("organization_id")),
		)
		made = append(made, statecheck.ExpectKnownValue(v.address(), tfjsonpath.New("company_id"), knownvalue.StringExact("253")))
		changed = append(changed, plancheck.ExpectResourceAction(v.address(), plancheck.ResourceActionUpdate))
		imports = append(imports, resource.TestStep{
			ResourceName: v.address(), ImportState: true, ImportStateVerify: true,
			ImportStateVerifyIdentifierAttribute: "organization_id",
			ImportStateIdFunc: func(s *terraform.State) (string, error) {
				return integrations[v.name] + "/" + s.RootModule().Resources["jumpcloud_organization.harbor"].Primary.ID, nil
			},
		})
	}

	resource.UnitTest(t, resource.TestCase{
		ProtoV6ProviderFactories: acctest.Factories(w.Sim, acctest.As(w.Sim, simulator.RoleBilling)),
		Steps: append([]resource.TestStep{
			{Config: config(billed), ConfigPlanChecks: resource.ConfigPlanChecks{PreApply: planned}, ConfigStateChecks: made},
			{Config: config(nil), ConfigPlanChecks: resource.ConfigPlanChecks{PreApply: changed}},
		}, imports...),
	})

	for _, v := range vendors {
		if n := w.Sim.Docs(psasim.Mappings, integrations[v.name]).Len(); n > 0 {
			t.Errorf("%s: %d left behind", v.name, n)
		}
	}
}
