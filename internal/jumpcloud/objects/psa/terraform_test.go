// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package psa_test

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
	"github.com/hashicorp/terraform-plugin-testing/tfversion"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
)

// TestTerraform is the life of an integration with its settings in real Terraform, of all vendors
// in one configuration.
func TestTerraform(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	config := func(secret func(v vendor) string, version int) string {
		var text strings.Builder

		for _, v := range vendors {
			var credentials strings.Builder
			for name, value := range v.config {
				fmt.Fprintf(&credentials, "  %s = %q\n", name, value)
			}

			fmt.Fprintf(&text, `
resource "jumpcloud_%[1]s_integration" "this" {
%[2]s
  %[3]s_wo         = %[4]q
  %[3]s_wo_version = %[5]d
}

resource "jumpcloud_%[1]s_settings" "this" {
  integration_id      = jumpcloud_%[1]s_integration.this.id
  automatic_ticketing = true
}
`, v.name, credentials.String(), v.secret, secret(v), version)
		}

		return text.String()
	}

	var (
		types   []string
		made    []statecheck.StateCheck
		rotated []plancheck.PlanCheck
		imports []resource.TestStep
	)

	for _, v := range vendors {
		types = append(types, strings.TrimSuffix(v.integration(), ".this"), strings.TrimSuffix(v.settings(), ".this"))
		made = append(made,
			statecheck.ExpectKnownValue(v.integration(), tfjsonpath.New(v.secret+"_wo"), knownvalue.Null()),
			statecheck.ExpectKnownValue(v.integration(), tfjsonpath.New("is_msp_auth_configured"), knownvalue.Bool(true)),
			statecheck.ExpectKnownValue(v.settings(), tfjsonpath.New("original_automatic_ticketing"), knownvalue.Bool(false)),
		)
		rotated = append(rotated,
			plancheck.ExpectResourceAction(v.integration(), plancheck.ResourceActionUpdate),
			plancheck.ExpectResourceAction(v.settings(), plancheck.ResourceActionNoop),
		)
		imports = append(imports,
			resource.TestStep{
				ResourceName: v.integration(), ImportState: true, ImportStateVerify: true,
				ImportStateVerifyIgnore: []string{v.secret + "_wo", v.secret + "_wo_version", "public_key"}, // what no read shows
			},
			resource.TestStep{
				ResourceName: v.settings(), ImportState: true, ImportStateVerify: true,
				ImportStateVerifyIdentifierAttribute: "integration_id",
				ImportStateIdFunc: func(s *terraform.State) (string, error) {
					return s.RootModule().Resources[v.integration()].Primary.ID, nil
				},
				ImportStateVerifyIgnore: []string{"original_automatic_ticketing", "original_company_type_ids"}, // known to the creator alone
			},
		)
	}

	resource.UnitTest(t, resource.TestCase{
		ProtoV6ProviderFactories: acctest.Factories(w.Sim, acctest.As(w.Sim, simulator.RoleBilling), types...),
		TerraformVersionChecks:   []tfversion.TerraformVersionCheck{tfversion.SkipBelow(tfversion.Version1_11_0)},
		Steps: append([]resource.TestStep{
			{Config: config(func(v vendor) string { return v.right }, 3), ConfigStateChecks: made},
			{
				Config:           config(func(v vendor) string { return v.rotated }, 4),
				ConfigPlanChecks: resource.ConfigPlanChecks{PreApply: rotated},
			},
		}, imports...),
	})

	if len(w.Stored()) != 0 {
		t.Errorf("left behind: %v", w.Stored())
	}
}
