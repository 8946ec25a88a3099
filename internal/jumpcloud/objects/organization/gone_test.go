// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organization_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// wantGone checks for the one warning that an organization is gone, and no error.
func wantGone(t *testing.T, d acctest.Diagnostics, id string) {
	t.Helper()

	if len(d) != 1 || len(d.Warnings()) != 1 || d[0].Summary != `Organization Is Gone: "Nova"` || !strings.Contains(d[0].Detail, id) {
		t.Errorf("want one warning of %s:\n%s", id, d)
	}
}

// TestDeparted: JumpCloud's support deleted it. It is never made a second time, and whoever
// removes its configuration is done.
func TestDeparted(t *testing.T) {
	t.Parallel()

	for _, policy := range []string{"prevent", "abandon"} {
		w := newWorld(t, simulator.RoleBilling, nil)
		all := config(acctest.Attrs{"name": "Nova", "deletion_policy": policy})
		w.MustApply(all)

		id := w.one("Nova")
		w.Sim.Remove(jumpcloudsim.Organizations, w.ProviderID, id)
		w.Sim.Log().Reset()

		for range 2 {
			d := w.Plan(all).Diags
			wantError(t, d, "Organization Not Found", `"Nova" (`+id+`)`, "remove it and what lives in it", "terraform state rm")
			wantGone(t, d.Warnings(), id)

			if strings.Contains(d.String(), "alive") {
				t.Errorf("says that it is alive:\n%s", d)
			}
		}

		p := w.Plan(acctest.Config{})
		wantGone(t, p.Diags, id)

		if d := p.Apply(); len(d.Errors()) > 0 || strings.Contains(d.String(), "alive") || len(w.Addresses()) > 0 {
			t.Errorf("in state %v: %s", w.Addresses(), d)
		}

		if n := len(w.Sim.Log().Writes()); n > 0 {
			t.Errorf("%d writes", n)
		}
	}
}

// TestDepartedWithoutRefresh: a plan that has not looked looks before it says that the
// organization would stay alive.
func TestDepartedWithoutRefresh(t *testing.T) {
	t.Parallel()

	w := newWorld(t, simulator.RoleBilling, nil)
	w.MustApply(config(acctest.Attrs{"name": "Nova"}))
	w.Sim.Remove(jumpcloudsim.Organizations, w.ProviderID, w.one("Nova"))

	p := w.PlanWithoutRefresh(acctest.Config{})
	wantNoError(t, p.Diags)

	if d := p.Apply(); len(d.Errors()) > 0 || len(w.Addresses()) > 0 {
		t.Errorf("in state %v: %s", w.Addresses(), d)
	}
}

// TestListsThatAreNotThere: a 404 of every list is that of something on the way to the service.
// It does not tell that an organization is gone.
func TestListsThatAreNotThere(t *testing.T) {
	t.Parallel()

	w := newWorld(t, simulator.RoleBilling, nil)
	w.MustApply(config(acctest.Attrs{"name": "Nova", "deletion_policy": "abandon"}))

	plan := w.PlanWithoutRefresh(acctest.Config{})
	fault := w.Sim.Inject(sim.Fault{Method: "GET", Status: 404, Body: "404 page not found", Header: map[string]string{"Content-Type": "text/plain"}})

	for name, d := range map[string]acctest.Diagnostics{
		"plan": w.Plan(config(acctest.Attrs{"name": "Nova"})).Diags, "without a refresh": w.PlanWithoutRefresh(acctest.Config{}).Diags, "apply": plan.Apply(),
	} {
		if strings.Contains(d.String(), "Organization Is Gone") || name == "plan" && len(d.Errors()) == 0 {
			t.Errorf("%s: %s", name, d)
		}

		// Who forgets it hears that it may be there, and cost something.
		if name == "apply" && !strings.Contains(d.String(), "Organization Left Behind") {
			t.Errorf("%s", d)
		}
	}

	fault.Remove()
}

// TestBackAgain: what was missing and is there again is as if nothing had been.
func TestBackAgain(t *testing.T) {
	t.Parallel()

	w := newWorld(t, simulator.RoleBilling, nil)
	w.MustApply(config(acctest.Attrs{"name": "Nova"}))

	doc := w.named("Nova")[0]
	id := w.one("Nova")
	w.Sim.Remove(jumpcloudsim.Organizations, w.ProviderID, id)
	wantError(t, w.Plan(config(acctest.Attrs{"name": "Nova"})).Diags, "Organization Not Found")

	w.Sim.Put(jumpcloudsim.Organizations, w.ProviderID, id, doc)
	w.MustPlanEmpty(config(acctest.Attrs{"name": "Nova"}))
	wantError(t, w.Plan(acctest.Config{}).Diags, "would stay alive and billable")
}

// TestOutOfReach: a credential that may not see every organization proves nothing.
func TestOutOfReach(t *testing.T) {
	t.Parallel()

	for _, role := range []string{simulator.RoleLimited, simulator.RoleOther, simulator.RoleTenant} {
		w := newWorld(t, simulator.RoleBilling, nil)
		w.MustApply(config(acctest.Attrs{"name": "Nova"}))
		w.Use(acctest.As(w.Sim, role))

		for _, all := range []acctest.Config{config(acctest.Attrs{"name": "Nova"}), {}} {
			wantError(t, w.Plan(all).Diags, "Unable to Read Organization")

			if w.State(nova) == nil {
				t.Errorf("%s: it left state", role)
			}
		}
	}
}

// TestAccessLost: an administrator of all organizations becomes one of some.
func TestAccessLost(t *testing.T) {
	t.Parallel()

	for _, links := range []string{"none", "every"} {
		w := newWorld(t, simulator.RoleBilling, map[string]string{"organization-links-of-all": links})
		w.MustApply(config(acctest.Attrs{"name": "Nova"}))

		ours, _ := w.Sim.Docs(jumpcloudsim.Administrators, "").Find(func(d sim.Doc) bool { return d["key"] == w.Sim.Key(simulator.RoleBilling) })
		others := []any{w.one(simulator.AcmeInc), w.one(simulator.Globex), w.one(simulator.Initech)}

		w.Sim.Change(jumpcloudsim.Administrators, "", ours["id"].(string), func(d sim.Doc) { //nolint:forcetypeassert // an id
			d["allOrganizations"], d["organizations"] = false, others
		})

		wantError(t, w.Plan(config(acctest.Attrs{"name": "Nova"})).Diags, "Unable to Read Organization", "stays in state", "terraform state rm")
	}
}

// TestMissingFromOneListing: what some listings lack and the next one has is not gone, and no plan
// is made on it.
func TestMissingFromOneListing(t *testing.T) {
	t.Parallel()

	for short, says := range map[int]string{1: "", 2: " was missing from one listing and is in the next: plan again"} {
		w := newWorld(t, simulator.RoleBilling, nil)
		all := config(acctest.Attrs{"name": "Nova"})
		w.MustApply(all)

		doc, id := w.named("Nova")[0], w.one("Nova")
		list := "/api/v2/providers/" + w.ProviderID + "/organizations"

		w.Sim.Organizations(w.ProviderID).Remove(id)
		w.Sim.Log().Reset()
		w.Sim.Inject(sim.Fault{Status: http.StatusInternalServerError, Match: func(r *http.Request) bool {
			if r.URL.Path == list && w.Sim.Log().Count(http.MethodGet, list) == short {
				w.Sim.Organizations(w.ProviderID).Put(id, doc)
			}

			return false
		}})

		p := w.Plan(all)

		if says == "" {
			wantNoError(t, p.Diags)
		} else {
			wantError(t, p.Diags, id+says)
		}

		if strings.Contains(p.Diags.String(), "Organization Is Gone") || len(p.Actions()) > 0 || w.State(nova)["id"] != id {
			t.Errorf("planned %v, state %v: %s", p.Actions(), w.State(nova), p.Diags)
		}
	}
}

// TestReplacementThatOnlyTerraformKnows: no provider is told of a replacement that the command asks
// for, so the apply refuses it, before a second organization is made.
func TestReplacementThatOnlyTerraformKnows(t *testing.T) {
	t.Parallel()

	w := newWorld(t, simulator.RoleBilling, nil)
	all := config(acctest.Attrs{"name": "Nova", "allow_duplicate_name": true})
	w.MustApply(all)

	id := w.one("Nova")

	wantError(t, w.PlanReplacing(all, nova).Apply(), "Unable to Delete Organization", "cannot be deleted through the API", "deletion_policy")

	if w.one("Nova") != id || w.State(nova)["id"] != id {
		t.Errorf("state %v", w.State(nova))
	}
}
