// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package psa_test

import (
	"fmt"
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

// TestTerraform is the life of an integration with its settings in real Terraform.
func TestTerraform(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, v vendor) {
		t.Helper()

		w := newWorld(t, nil)
		config := func(secret string, version int, ticketing bool) string {
			credentials := ""
			for name, value := range v.config {
				credentials += fmt.Sprintf("  %s = %q\n", name, value)
			}

			return fmt.Sprintf(`
resource "jumpcloud_%[1]s_integration" "this" {
%[2]s
  %[3]s_wo         = %[4]q
  %[3]s_wo_version = %[5]d
}

resource "jumpcloud_%[1]s_settings" "this" {
  integration_id      = jumpcloud_%[1]s_integration.this.id
  automatic_ticketing = %[6]t
}
`, v.name, credentials, v.secret, secret, version, ticketing)
		}

		resource.UnitTest(t, resource.TestCase{
			ProtoV6ProviderFactories: acctest.Factories(w.Sim, acctest.As(w.Sim, simulator.RoleBilling)),
			TerraformVersionChecks:   []tfversion.TerraformVersionCheck{tfversion.SkipBelow(tfversion.Version1_11_0)},
			Steps: []resource.TestStep{
				{
					Config: config(v.right, 3, true),
					ConfigStateChecks: []statecheck.StateCheck{
						statecheck.ExpectKnownValue(v.integration(), tfjsonpath.New(v.secret+"_wo"), knownvalue.Null()),
						statecheck.ExpectKnownValue(v.integration(), tfjsonpath.New("is_msp_auth_configured"), knownvalue.Bool(true)),
						statecheck.ExpectKnownValue(v.settings(), tfjsonpath.New("original_automatic_ticketing"), knownvalue.Bool(false)),
					},
				},
				{
					Config: config(v.rotated, 4, true),
					ConfigPlanChecks: resource.ConfigPlanChecks{PreApply: []plancheck.PlanCheck{
						plancheck.ExpectResourceAction(v.integration(), plancheck.ResourceActionUpdate),
						plancheck.ExpectResourceAction(v.settings(), plancheck.ResourceActionNoop),
					}},
				},
				{
					Config: config(v.rotated, 4, true), ResourceName: v.integration(), ImportState: true, ImportStateVerify: true,
					ImportStateVerifyIgnore: []string{v.secret + "_wo", v.secret + "_wo_version", "public_key"}, // what no read shows
				},
				{
					Config: config(v.rotated, 4, true), ResourceName: v.settings(), ImportState: true, ImportStateVerify: true,
					ImportStateVerifyIdentifierAttribute: "integration_id",
					ImportStateIdFunc:                    func(*terraform.State) (string, error) { return w.ID(), nil },
					ImportStateVerifyIgnore:              []string{"original_automatic_ticketing", "original_company_type_ids"}, // known to the creator alone
				},
			},
		})

		if len(w.Stored()) != 0 {
			t.Errorf("left behind: %v", w.Stored())
		}
	})
}
