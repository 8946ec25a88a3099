// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organization_test

import (
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

	if len(d) != 1 || len(d.Warnings()) != 1 || !strings.HasPrefix(d[0].Summary, `Organization Is Gone: "`) || !strings.Contains(d[0].Detail, id) {
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
		w.core.MustApply(all)

		id := w.one("Nova")
		w.sim.Remove(jumpcloudsim.Organizations, w.provider, id)
		w.sim.Log().Reset()

		for range 2 {
			d := w.core.Plan(all).Diags
			wantError(t, d, "Organization Not Found", `"Nova" (`+id+`)`, "remove it and what lives in it", "terraform state rm")
			wantGone(t, d.Warnings(), id)

			if strings.Contains(d.String(), "alive") {
				t.Errorf("says that it is alive:\n%s", d)
			}
		}

		p := w.core.Plan(acctest.Config{})
		wantGone(t, p.Diags, id)

		if d := p.Apply(); len(d.Errors()) > 0 || strings.Contains(d.String(), "alive") || len(w.core.Addresses()) > 0 {
			t.Errorf("in state %v: %s", w.core.Addresses(), d)
		}

		if n := len(w.sim.Log().Writes()); n > 0 {
			t.Errorf("%d writes", n)
		}
	}
}

// TestDepartedWithoutRefresh: a plan that has not looked looks before it says that the
// organization would stay alive.
func TestDepartedWithoutRefresh(t *testing.T) {
	t.Parallel()

	w := newWorld(t, simulator.RoleBilling, nil)
	w.core.MustApply(config(acctest.Attrs{"name": "Nova"}))
	w.sim.Remove(jumpcloudsim.Organizations, w.provider, w.one("Nova"))

	p := w.core.PlanWithoutRefresh(acctest.Config{})
	wantNoError(t, p.Diags)

	if d := p.Apply(); len(d.Errors()) > 0 || len(w.core.Addresses()) > 0 {
		t.Errorf("in state %v: %s", w.core.Addresses(), d)
	}
}

// TestBackAgain: what was missing and is there again is as if nothing had been.
func TestBackAgain(t *testing.T) {
	t.Parallel()

	w := newWorld(t, simulator.RoleBilling, nil)
	w.core.MustApply(config(acctest.Attrs{"name": "Nova"}))

	doc := w.named("Nova")[0]
	id := w.one("Nova")
	w.sim.Remove(jumpcloudsim.Organizations, w.provider, id)
	wantError(t, w.core.Plan(config(acctest.Attrs{"name": "Nova"})).Diags, "Organization Not Found")

	w.sim.Put(jumpcloudsim.Organizations, w.provider, id, doc)
	w.core.MustPlanEmpty(config(acctest.Attrs{"name": "Nova"}))
	wantError(t, w.core.Plan(acctest.Config{}).Diags, "would stay alive and billable")
}

// TestOutOfReach: a credential that may not see every organization proves nothing.
func TestOutOfReach(t *testing.T) {
	t.Parallel()

	for _, role := range []string{simulator.RoleLimited, simulator.RoleOther, simulator.RoleTenant} {
		w := newWorld(t, simulator.RoleBilling, nil)
		w.core.MustApply(config(acctest.Attrs{"name": "Nova"}))
		w.core.Use(acctest.As(w.sim, role))

		for _, all := range []acctest.Config{config(acctest.Attrs{"name": "Nova"}), {}} {
			wantError(t, w.core.Plan(all).Diags, "Unable to Read Organization")

			if w.core.State(nova) == nil {
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
		w.core.MustApply(config(acctest.Attrs{"name": "Nova"}))

		ours, _ := w.sim.Docs(jumpcloudsim.Administrators, "").Find(func(d sim.Doc) bool { return d["key"] == w.sim.Key(simulator.RoleBilling) })
		others := []any{w.one(simulator.AcmeInc), w.one(simulator.Globex), w.one(simulator.Initech)}

		w.sim.Change(jumpcloudsim.Administrators, "", ours["id"].(string), func(d sim.Doc) { //nolint:forcetypeassert // an id
			d["allOrganizations"], d["organizations"] = false, others
		})

		wantError(t, w.core.Plan(config(acctest.Attrs{"name": "Nova"})).Diags, "Unable to Read Organization", "stays in state", "terraform state rm")
	}
}
