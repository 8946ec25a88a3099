// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package alert_test

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

// TestTerraform is the life of an alert configuration in real Terraform.
func TestTerraform(t *testing.T) {
	t.Parallel()

	more := map[string]string{
		psasim.ConnectWise: `priority = "Priority 2 - High"`,
		psasim.Autotask: `destination = {
    resource = { name = "Lee Wong", role = "Engineer" }
  }`,
		psasim.Syncro: `problem_type = "Security"`,
	}

	each(t, nil, func(t *testing.T, w *world, v vendor) {
		t.Helper()

		config := func(days int) string {
			return fmt.Sprintf(`
resource "jumpcloud_%s_alert_configuration" "this" {
  alert          = "User Lockout"
  create_tickets = true
  due_days       = %d
  on_destroy     = "restore"
  %s
}
`, v.name, days, more[v.name])
		}

		resource.UnitTest(t, resource.TestCase{
			ProtoV6ProviderFactories: acctest.Factories(w.Sim, acctest.As(w.Sim, simulator.RoleBilling)),
			Steps: []resource.TestStep{
				{
					Config: config(1),
					ConfigStateChecks: []statecheck.StateCheck{
						statecheck.ExpectKnownValue(v.address(), tfjsonpath.New("alert_id"), knownvalue.StringExact(w.alertID())),
						statecheck.ExpectKnownValue(v.address(), tfjsonpath.New("due_days"), knownvalue.Int64Exact(1)),
					},
				},
				{
					Config: config(2),
					ConfigPlanChecks: resource.ConfigPlanChecks{PreApply: []plancheck.PlanCheck{
						plancheck.ExpectResourceAction(v.address(), plancheck.ResourceActionUpdate),
					}},
				},
				{
					Config: config(2), ResourceName: v.address(), ImportState: true, ImportStateVerify: true,
					ImportStateVerifyIdentifierAttribute: "alert_id",
					ImportStateIdFunc:                    func(*terraform.State) (string, error) { return w.alertID(), nil },
					ImportStateVerifyIgnore:              []string{"original_configuration", "on_destroy"}, // known to the creator alone
				},
			},
		})

		if w.stored()["shouldCreateTickets"] != false {
			t.Errorf("not restored: %v", w.stored())
		}
	})
}
