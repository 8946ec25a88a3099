// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package alert_test

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

// TestTerraform is the life of an alert configuration in real Terraform, of all vendors in one
// configuration.
func TestTerraform(t *testing.T) {
	t.Parallel()

	more := map[string]string{
		psasim.ConnectWise: `priority = "Priority 2 - High"`,
		psasim.Autotask: `destination = {
    resource = { name = "Lee Wong", role = "Engineer" }
  }`,
		psasim.Syncro: `problem_type = "Security"`,
	}

	// One simulator has an integration of each vendor.
	all := []*world{newWorld(t, vendors[0], nil)}
	for _, v := range vendors[1:] {
		w := *all[0]
		w.vendor, w.integration = v, psasim.AddIntegration(w.Sim.World, w.ProviderID, v.name)
		w.ticketing(true)

		all = append(all, &w)
	}

	config := func(days int) string {
		var text strings.Builder

		for _, v := range vendors {
			fmt.Fprintf(&text, `
resource "jumpcloud_%s_alert_configuration" "this" {
  alert          = "User Lockout"
  create_tickets = true
  due_days       = %d
  on_destroy     = "restore"
  %s
}
`, v.name, days, more[v.name])
		}

		return text.String()
	}

	var (
		types   []string
		made    []statecheck.StateCheck
		changed []plancheck.PlanCheck
		imports []resource.TestStep
	)

	for _, w := range all {
		address := w.vendor.address()
		types = append(types, strings.TrimSuffix(address, ".this"))
		made = append(made,
			statecheck.ExpectKnownValue(address, tfjsonpath.New("alert_id"), knownvalue.StringExact(w.alertID())),
			statecheck.ExpectKnownValue(address, tfjsonpath.New("due_days"), knownvalue.Int64Exact(1)),
		)
		changed = append(changed, plancheck.ExpectResourceAction(address, plancheck.ResourceActionUpdate))
		imports = append(imports, resource.TestStep{
			ResourceName: address, ImportState: true, ImportStateVerify: true,
			ImportStateVerifyIdentifierAttribute: "alert_id",
			ImportStateIdFunc:                    func(*terraform.State) (string, error) { return w.alertID(), nil },
			ImportStateVerifyIgnore:              []string{"original_configuration", "on_destroy"}, // known to the creator alone
		})
	}

	resource.UnitTest(t, resource.TestCase{
		ProtoV6ProviderFactories: acctest.Factories(all[0].Sim, acctest.As(all[0].Sim, simulator.RoleBilling), types...),
		Steps: append([]resource.TestStep{
			{Config: config(1), ConfigStateChecks: made},
			{Config: config(2), ConfigPlanChecks: resource.ConfigPlanChecks{PreApply: changed}},
		}, imports...),
	})

	for _, w := range all {
		if w.stored()["shouldCreateTickets"] != false {
			t.Errorf("%s: not restored: %v", w.vendor.name, w.stored())
		}
	}
}
