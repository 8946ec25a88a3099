// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package alert_test

import (
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa/psasim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// TestConfigurations: what every alert does, the one that Terraform configured among them.
func TestConfigurations(t *testing.T) {
	t.Parallel()
	each(t, nil, func(t *testing.T, w *world, v vendor) {
		t.Helper()

		w.MustApply(v.configured())

		got, d := w.Data("jumpcloud_ticketing_alert_configurations", acctest.Attrs{"type": v.name})
		wantNone(t, d)

		state, found := w.State(v.address()), 0
		all, _ := got["alert_configurations"].([]any)

		for _, c := range all {
			one, _ := c.(map[string]any)
			if one["alert_id"] != w.alertID() {
				continue
			}

			found++

			if one["alert"] != state["alert"] || one["create_tickets"] != state["create_tickets"] || one["priority"] != state["priority"] || one["due_days"] != state["due_days"] {
				t.Errorf("%v, and in state %v", one, state)
			}
		}

		ids, _ := got["alert_ids_by_name"].(map[string]any)
		if name, _ := state["alert"].(string); found != 1 || len(all) < 2 || ids[name] != w.alertID() {
			t.Errorf("found %d times among %d: %v", found, len(all), ids)
		}

		_, d = w.Data("jumpcloud_ticketing_alert_configurations", acctest.Attrs{"type": "sincro"})
		wantError(t, d, "vendor")

		in := w.Sim.Inject(sim.Fault{Method: "GET", Status: 403, PathPrefix: "/api/v2/providers/"})
		_, d = w.Data("jumpcloud_ticketing_alert_configurations", acctest.Attrs{"type": v.name})
		wantError(t, d, "Unable to Read Ticketing Alert Configurations")
		in.Remove()

		w.Use(acctest.As(w.Sim, simulator.RoleTenant))
		_, d = w.Data("jumpcloud_ticketing_alert_configurations", acctest.Attrs{"type": v.name})
		wantError(t, d, "needs a credential of the Multi-Tenant Portal")
	})
}

// TestListWithoutIntegration: a vendor that the provider has no integration of has nothing to list.
// A 404 that the list of integrations does not confirm is an error.
func TestListWithoutIntegration(t *testing.T) {
	t.Parallel()
	each(t, nil, func(t *testing.T, w *world, v vendor) {
		t.Helper()

		list := func() ([]acctest.Listed, acctest.Diagnostics) {
			return w.List("jumpcloud_"+v.name+"_alert_configuration", acctest.Query{})
		}

		const (
			integrations   = "/api/v2/providers/{provider_id}/integrations"
			configurations = integrations + "/{vendor}/alerts/configuration"
		)

		all, d := list()
		wantNone(t, d)

		if len(all) == 0 {
			t.Error("nothing is listed where there is an integration")
		}

		in := w.Sim.Inject(sim.Fault{Method: "GET", Status: 404, Pattern: strings.ReplaceAll(configurations, "{vendor}", v.name)})
		_, d = list()
		wantError(t, d, "Unable to List "+v.title+" Alert Configuration", "although its list of integrations has one")
		in.Remove()

		w.Sim.Remove(psasim.Integrations, w.ProviderID, w.integration)

		all, d = list()
		wantNone(t, d)

		if len(all) > 0 {
			t.Errorf("listed: %v", all)
		}

		_, d = w.Data("jumpcloud_ticketing_alert_configurations", acctest.Attrs{"type": v.name})
		wantError(t, d, "Unable to Read Ticketing Alert Configurations", "there is no "+v.title+" integration", "jumpcloud_"+v.name+"_integration")

		in = w.Sim.Inject(sim.Fault{Method: "GET", Status: 403, Pattern: integrations})
		_, d = list()
		wantError(t, d, "Unable to List "+v.title+" Alert Configuration", "whether the integration exists cannot be told")
		in.Remove()
	})
}
