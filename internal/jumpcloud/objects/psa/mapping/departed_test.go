// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package mapping_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa/psasim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
)

// eachBatch runs a test under both ways of refusing a part of a batch, for each of three
// organizations that departs.
func eachBatch(t *testing.T, test func(t *testing.T, w *world, gone string)) {
	t.Helper()

	for _, batch := range []string{"atomic", "partial"} {
		for _, name := range []string{simulator.AcmeInc, simulator.Globex, simulator.Initech} {
			t.Run(batch+" without "+name, func(t *testing.T) {
				t.Parallel()
				synctest.Test(t, func(t *testing.T) {
					w := newWorld(t, vendors[0], map[string]string{"mappings-batch": batch})
					id, _ := w.Sim.OrganizationID(name)
					test(t, w, id)
				})
			})
		}
	}
}

func (w *world) depart(id string) { w.Sim.Remove(jumpcloudsim.Organizations, w.ProviderID, id) }

// wantGone checks that nothing failed, and that one warning says that the organization is gone.
func wantGone(t *testing.T, d acctest.Diagnostics, id string) {
	t.Helper()

	n := 0

	for _, one := range d {
		if one.Summary == fmt.Sprintf("Organization Is Gone: %q", id) {
			n++
		}
	}

	if len(d.Errors()) > 0 || n != 1 {
		t.Errorf("want one warning that %s is gone:\n%s", id, d)
	}
}

// TestDepartedAfterPlan: an organization departs between plan and apply. Its mapping is gone
// with it, and those of its neighbours are removed.
func TestDepartedAfterPlan(t *testing.T) {
	t.Parallel()
	eachBatch(t, func(t *testing.T, w *world, gone string) {
		t.Helper()
		w.MustApply(w.three(vendors[0].full))

		p := w.Plan(acctest.Config{})
		w.depart(gone)
		wantGone(t, p.Apply(), gone)

		if n := w.Sim.Docs(psasim.Mappings, w.integration).Len(); len(w.Addresses()) > 0 || w.stored(gone) == nil && n > 0 || n > 1 {
			t.Errorf("%d mappings, in state %v", n, w.Addresses())
		}
	})
}

// TestDepartedWithoutRefresh: the same where nobody looked before.
func TestDepartedWithoutRefresh(t *testing.T) {
	t.Parallel()
	eachBatch(t, func(t *testing.T, w *world, gone string) {
		t.Helper()
		w.MustApply(w.three(vendors[0].full))
		w.depart(gone)
		wantGone(t, w.PlanWithoutRefresh(acctest.Config{}).Apply(), gone)

		if len(w.Addresses()) > 0 {
			t.Errorf("in state %v", w.Addresses())
		}
	})
}

// TestDepartedIsRead: a refresh says the same.
func TestDepartedIsRead(t *testing.T) {
	t.Parallel()
	eachBatch(t, func(t *testing.T, w *world, gone string) {
		t.Helper()
		w.MustApply(w.three(vendors[0].full))
		w.depart(gone)

		p := w.Plan(acctest.Config{})
		wantGone(t, p.Diags, gone)
		wantNone(t, p.Apply().Errors())

		if len(w.Addresses()) > 0 {
			t.Errorf("in state %v", w.Addresses())
		}
	})
}

// TestDepartedBeforeCreate: the mapping of an organization that departed after the plan fails,
// and those of its neighbours are made.
func TestDepartedBeforeCreate(t *testing.T) {
	t.Parallel()
	eachBatch(t, func(t *testing.T, w *world, gone string) {
		t.Helper()

		p := w.Plan(w.three(vendors[0].full))
		w.depart(gone)

		d := p.Apply().Errors()
		if len(d) != 1 || !strings.Contains(d.String(), gone) || len(w.Addresses()) != 2 || w.count() != 2 {
			t.Errorf("in state %v, %d stored:\n%s", w.Addresses(), w.count(), d)
		}
	})
}

// TestOutOfReachIsNotDeparted: a credential that lost an organization proves nothing, so its
// mapping stays in state.
func TestOutOfReachIsNotDeparted(t *testing.T) {
	t.Parallel()

	w := newWorld(t, vendors[0], nil)
	w.MustApply(w.config(vendors[0].full))
	w.Sim.Change(jumpcloudsim.Administrators, "", administrator(w), func(d map[string]any) {
		d["allOrganizations"], d["organizations"] = false, []any{}
	})
	w.depart(w.Org)

	for what, d := range map[string]acctest.Diagnostics{
		"refresh": w.Plan(acctest.Config{}).Diags,
		"destroy": w.PlanWithoutRefresh(acctest.Config{}).Apply(),
	} {
		if len(d.Errors()) != 1 || !strings.Contains(d.String(), "nobody can tell whether the object exists") || len(w.Addresses()) != 1 {
			t.Errorf("%s: in state %v:\n%s", what, w.Addresses(), d)
		}
	}
}

// administrator is the id of the one whose key is used.
func administrator(w *world) string {
	for _, d := range w.Sim.Docs(jumpcloudsim.Administrators, "").All() {
		if id, ok := d["id"].(string); ok && d["key"] == w.Sim.Key(simulator.RoleBilling) {
			return id
		}
	}

	w.T.Fatal("no administrator")

	return ""
}
