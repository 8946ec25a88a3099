// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package alert_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa/psasim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

func TestAlert(t *testing.T) {
	t.Parallel()
	each(t, nil, func(t *testing.T, w *world, v vendor) {
		t.Helper()

		w.MustApply(v.configured())
		w.wantPuts(v.body)
		w.wantState(v.full)
		w.wantState(map[string]any{"alert": lockout, "alert_id": w.alertID(), "on_destroy": "keep", "original_configuration": sorted(t, v.initial)})

		if got := w.Identity(v.address())["alert_id"]; got != w.alertID() {
			t.Errorf("identity %v", got)
		}

		// Each attribute alone, and back.
		for _, c := range v.changes {
			w.MustApply(v.configured(c))
			w.MustApply(v.configured())

			if n := w.Sim.Log().Count("PUT", ""); n != 2 {
				t.Errorf("%v: %d requests, want two", c, n)
			}

			w.Sim.Log().Reset()
		}

		// The other spelling of the alert, and what is left out, change nothing.
		w.MustApply(v.configured(acctest.Attrs{"alert": w.alertID()}))
		w.MustApply(v.of())
		w.wantPuts()
		w.wantState(v.full)
		w.MustApply(v.configured())

		// Emptied.
		for attribute, member := range v.cleared {
			w.MustApply(v.configured(acctest.Attrs{attribute: ""}))

			if w.stored()[member] != nil {
				t.Errorf("%s is still there: %v", attribute, w.stored())
			}

			w.MustApply(v.configured())
		}

		// Changed in the console: shown, and put right.
		w.change(func(d sim.Doc) { d["dueDays"] = 30; d["shouldCreateTickets"] = false })

		if p := w.Plan(v.configured()); p.Actions()[v.address()] != acctest.Update {
			t.Errorf("drift is not shown: %v", p.Actions())
		}

		w.Sim.Log().Reset()
		w.MustApply(v.configured())
		w.wantPuts(v.body)

		// Another alert is another resource.
		if p := w.Plan(v.configured(acctest.Attrs{"alert": "Device Offline"})); p.Actions()[v.address()] != acctest.Replace {
			t.Errorf("planned %v", p.Actions())
		}

		wantNone(t, w.Destroy())
		w.wantPuts()
	})
}

// TestAlertAdopts: what is left out is neither changed nor guessed.
func TestAlertAdopts(t *testing.T) {
	t.Parallel()
	each(t, nil, func(t *testing.T, w *world, v vendor) {
		t.Helper()
		w.MustApply(v.of())
		w.wantState(v.adopted)
		w.wantPuts(strings.Replace(v.initial, `"shouldCreateTickets":false`, `"shouldCreateTickets":true`, 1))
		w.MustApply(v.of(acctest.Attrs{"create_tickets": false, "on_destroy": "disable"}))
		w.wantPuts(v.initial)
	})
}

func TestAlertDestroy(t *testing.T) {
	t.Parallel()
	each(t, nil, func(t *testing.T, w *world, v vendor) {
		t.Helper()

		w.MustApply(v.configured(acctest.Attrs{"on_destroy": "restore"}))
		w.Sim.Log().Reset()
		wantNone(t, w.Destroy())
		w.wantPuts(v.initial)

		w.MustApply(v.configured(acctest.Attrs{"on_destroy": "disable"}))
		w.Sim.Log().Reset()
		wantNone(t, w.Destroy())
		w.wantPuts(strings.Replace(v.body, `"shouldCreateTickets":true`, `"shouldCreateTickets":false`, 1))

		// Nothing is known of what was there before an import.
		w.MustApply(v.configured())
		w.Forget(v.address())
		wantNone(t, w.Import(v.address(), w.alertID()))
		w.MustApply(v.configured(acctest.Attrs{"on_destroy": "restore"}))
		w.Sim.Log().Reset()
		wantWarning(t, w.Destroy(), "Alert Configuration Was Not Restored")
		w.wantPuts()

		// The integration is gone, and its configurations with it.
		w.MustApply(v.configured(acctest.Attrs{"on_destroy": "restore"}))
		p := w.Plan(acctest.Config{})
		w.Sim.Remove(psasim.Integrations, w.ProviderID, w.integration)

		if d := p.Apply().Errors(); len(d) > 0 {
			t.Errorf("destroying:\n%s", d)
		}
	})
}

func TestAlertImport(t *testing.T) {
	t.Parallel()
	each(t, nil, func(t *testing.T, w *world, v vendor) {
		t.Helper()
		w.MustApply(v.configured())

		for _, imported := range []func() acctest.Diagnostics{
			func() acctest.Diagnostics { return w.Import(v.address(), w.alertID()) },
			func() acctest.Diagnostics {
				return w.ImportByIdentity(v.address(), acctest.Attrs{"alert_id": w.alertID()})
			},
		} {
			w.Forget(v.address())
			wantNone(t, imported())
			w.MustPlanEmpty(v.configured())
			w.wantState(v.full)
			w.wantState(map[string]any{"original_configuration": nil, "on_destroy": "keep"})
		}

		wantError(t, w.Import(v.address(), "x"), "Unable to Import "+v.title+" Alert Configuration", "is not a UUID")
		wantError(t, w.Import(v.address(), w.integration), "Unable to Read "+v.title+" Alert Configuration")
	})
}

// TestAlertLabels: what the PSA does not have fails at plan, at its attribute.
func TestAlertLabels(t *testing.T) {
	t.Parallel()
	each(t, nil, func(t *testing.T, w *world, v vendor) {
		t.Helper()

		plan := func(attrs acctest.Attrs) acctest.Diagnostics { return w.Plan(v.configured(attrs)).Diags }

		wantError(t, plan(acctest.Attrs{"alert": "User Lockdown"}), "Unable to Plan "+v.title+" Alert Configuration", `"alert"`,
			`did you mean "User Lockout"?`)
		wantError(t, plan(acctest.Attrs{"priority": "Highest"}), `"priority"`, `"Highest" is not a priority`)

		if v.name == psasim.Autotask {
			inner := func(name, role string) acctest.Attrs {
				return acctest.Attrs{"destination": map[string]any{"resource": map[string]any{"name": name, "role": role}}}
			}

			wantError(t, plan(acctest.Attrs{"destination": map[string]any{"queue": "Monitoring Alerts"}}), `"destination"`, `"queue"`,
				`did you mean "Monitoring Alert"?`, `"Client Portal", "Post Sale", "Monitoring Alert", "Triage"`)
			// What is not known yet is looked up while applying.
			wantNone(t, plan(acctest.Attrs{"destination": map[string]any{"resource": acctest.Unknown}}))
			wantNone(t, plan(acctest.Attrs{"destination": map[string]any{"resource": map[string]any{"name": acctest.Unknown, "role": "Engineer"}}}))
			wantNone(t, plan(acctest.Attrs{"destination": map[string]any{"resource": map[string]any{"name": "Lee Wong", "role": acctest.Unknown}}}))
			wantError(t, plan(inner("Lee Wang", "Engineer")), `"name"`, `did you mean "Lee Wong"?`)
			wantError(t, plan(inner("Kim Park", "Dispatcher")), `"role"`, `There are: "Engineer"`, `Roles are those of the resource "Kim Park"`)
		}

		if w.Sim.Log().Count("PUT", "") > 0 {
			t.Error("a plan wrote")
		}
	})
}

func TestAlertValidators(t *testing.T) {
	t.Parallel()
	each(t, nil, func(t *testing.T, w *world, v vendor) {
		t.Helper()

		bad := []acctest.Attrs{{"alert": ""}, {"alert": nil}, {"create_tickets": nil}, {"due_days": -1}, {"on_destroy": "delete"}}

		switch v.name {
		case psasim.Autotask:
			both := map[string]any{"queue": "Triage", "resource": map[string]any{"name": "Lee Wong", "role": "Engineer"}}
			bad = append(bad, acctest.Attrs{"priority": ""}, acctest.Attrs{"status": ""}, acctest.Attrs{"destination": both},
				acctest.Attrs{"destination": map[string]any{}}, acctest.Attrs{"destination": map[string]any{"queue": ""}})
		case psasim.Syncro:
			bad = append(bad, acctest.Attrs{"problem_type": ""})
		}

		for _, attrs := range bad {
			if d := w.Plan(v.configured(attrs)).Diags.Errors(); len(d) == 0 {
				t.Errorf("accepted %v", attrs)
			}
		}

		for name := range v.configured()[v.address()] {
			if d := w.Plan(v.configured(acctest.Attrs{name: acctest.Unknown})).Diags.Errors(); len(d) > 0 {
				t.Errorf("unknown %s: %s", name, d)
			}
		}
	})
}

// TestAlertWithoutIntegration: the run that makes the integration may configure alerts too.
func TestAlertWithoutIntegration(t *testing.T) {
	t.Parallel()

	for _, answer := range []string{"404", "list"} {
		each(t, map[string]string{"alert-configuration-without-integration": answer}, func(t *testing.T, w *world, v vendor) {
			t.Helper()
			w.Sim.Remove(psasim.Integrations, w.ProviderID, w.integration)

			p := w.Plan(v.configured())
			wantNone(t, p.Diags)
			psasim.AddIntegration(w.Sim.World, w.ProviderID, v.name)
			wantNone(t, p.Apply().Errors())
			w.MustPlanEmpty(v.configured())
		})
	}
}

// TestAlertUnset: a service that has no defaults; the PSA may not do without some.
func TestAlertUnset(t *testing.T) {
	t.Parallel()
	each(t, map[string]string{"alert-configuration-defaults": "unset"}, func(t *testing.T, w *world, v vendor) {
		t.Helper()

		d := w.Plan(v.of()).Diags.Errors()
		if (len(d) > 0) != (v.name != psasim.ConnectWise) {
			t.Errorf("planning nothing at all:\n%s", d)
		}

		w.MustApply(v.configured(acctest.Attrs{"on_destroy": "restore"}))
		w.wantState(v.full)

		if d := w.Destroy(); len(d.Errors()) > 0 {
			t.Errorf("destroying:\n%s", d)
		}
	})
}

// TestAlertSilent: an alert creates no tickets while automatic ticketing is off.
func TestAlertSilent(t *testing.T) {
	t.Parallel()
	each(t, nil, func(t *testing.T, w *world, v vendor) {
		t.Helper()
		w.ticketing(false)
		wantWarning(t, w.Plan(v.configured()).Diags, "Automatic Ticketing Is Off", fmt.Sprintf("jumpcloud_%s_settings", v.name))
		wantNone(t, w.Plan(v.configured(acctest.Attrs{"create_tickets": false})).Diags)
	})
}

// TestAlertOfUnknownTicketing: where nobody can tell whether automatic ticketing is off, nobody says so.
func TestAlertOfUnknownTicketing(t *testing.T) {
	t.Parallel()
	each(t, nil, func(t *testing.T, w *world, v vendor) {
		t.Helper()
		w.ticketing(false)
		w.Sim.Inject(sim.Fault{Method: "GET", Pattern: "/api/v2/providers/{provider_id}/integrations", Status: 403})

		if d := w.Plan(v.configured()).Diags; strings.Contains(d.String(), "Automatic Ticketing Is Off") {
			t.Errorf("%s", d)
		}
	})
}

func TestDataSources(t *testing.T) {
	t.Parallel()
	each(t, nil, func(t *testing.T, w *world, v vendor) {
		t.Helper()

		all, d := w.Data("jumpcloud_ticketing_alerts", nil)
		wantNone(t, d)

		names, _ := all["names"].([]any)
		items, _ := all["alerts"].([]any)
		first, _ := items[0].(map[string]any)

		if len(names) != 6 || names[0] != lockout || len(items) != 6 || first["id"] != "1" || first["category"] != "Users" {
			t.Errorf("%v", all)
		}

		all, d = w.Data("jumpcloud_"+v.name+"_alert_options", nil)
		wantNone(t, d)

		groups, _ := all["options"].(map[string]any)
		priorities, _ := groups["priority"].(map[string]any)

		if len(priorities) != 4 {
			t.Errorf("%v", all)
		}

		if v.name == psasim.Autotask {
			people, _ := all["resources"].(map[string]any)
			if lee, _ := people["Lee Wong"].(map[string]any); lee["Dispatcher"] != "12" {
				t.Errorf("%v", all)
			}
		}

		w.Sim.Remove(psasim.Integrations, w.ProviderID, w.integration)

		_, d = w.Data("jumpcloud_"+v.name+"_alert_options", nil)
		wantError(t, d, "Unable to Read "+v.title+" Alert Options", "status 404")
	})
}
