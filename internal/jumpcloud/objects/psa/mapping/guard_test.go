// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package mapping_test

import (
	"fmt"
	"maps"
	"net/http"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// read is a request for one of an integration's lists.
func read(list string) func(*http.Request) bool {
	return func(r *http.Request) bool {
		return r.Method == http.MethodGet && strings.HasSuffix(r.URL.Path, "/"+list)
	}
}

// TestNobodyKnowsWhatIsMapped: where the mappings cannot be read, none is made, since it might
// overwrite one.
func TestNobodyKnowsWhatIsMapped(t *testing.T) {
	t.Parallel()
	each(t, nil, func(t *testing.T, w *world, v vendor) {
		t.Helper()

		made := w.Plan(w.config(v.full, acctest.Attrs{"organization_id": acctest.Unknown}))
		wantNone(t, made.Diags)

		w.Sim.Inject(sim.Fault{Match: read("mappings"), Status: http.StatusForbidden})
		wantError(t, w.Plan(w.config(v.full)).Diags, "Unable to Plan", "status 403")
		wantError(t, made.ApplyKnowing(w.config(v.full)), "status 403")

		if n := w.Sim.Log().Count(http.MethodPatch, ""); n > 0 {
			t.Errorf("%d changes were sent", n)
		}
	})
}

// TestCompaniesCannotBeRead: no company is not the same as no answer.
func TestCompaniesCannotBeRead(t *testing.T) {
	t.Parallel()
	each(t, nil, func(t *testing.T, w *world, v vendor) {
		t.Helper()

		w.Sim.Inject(sim.Fault{Match: read("companies"), Status: http.StatusForbidden})

		p := w.Plan(w.config(v.full))
		wantError(t, p.Diags, "Unable to Plan", "looking up company", "status 403")

		if strings.Contains(p.Diags.String(), "Not Offered") || w.Sim.Log().Count(http.MethodPatch, "") > 0 {
			t.Errorf("%s", p.Diags)
		}
	})
}

// TestListWithoutTheMapping: one listing that lacks a mapping, or shows the organization without
// one, does not make it gone.
func TestListWithoutTheMapping(t *testing.T) {
	t.Parallel()
	each(t, nil, func(t *testing.T, w *world, v vendor) {
		t.Helper()
		w.MustApply(w.config(v.full))

		for _, body := range []string{
			`{"records":[],"totalCount":0}`,
			fmt.Sprintf(`{"records":[{"organization":{"id":%q,"name":"Acme Inc"},"company":null}],"totalCount":1}`, w.Org),
		} {
			short := w.Sim.Inject(sim.Fault{Match: read("mappings"), Times: 1, Status: http.StatusOK, Body: body})
			w.MustPlanEmpty(w.config(v.full))

			if short.Fired() != 1 || w.State(v.address()) == nil {
				t.Errorf("the list was short %d times, state %v", short.Fired(), w.State(v.address()))
			}
		}
	})
}

// TestMappingSameButUnknown: what is below the company is known while applying only, and is then
// what is mapped already.
func TestMappingSameButUnknown(t *testing.T) {
	t.Parallel()
	each(t, nil, func(t *testing.T, w *world, v vendor) {
		t.Helper()
		w.MustApply(w.config(v.full))
		w.Forget(v.address())

		unknown := acctest.Attrs{"billing": acctest.Unknown}
		if v.outer != "" {
			unknown = acctest.Attrs{v.outer: acctest.Unknown}
		}

		p := w.Plan(w.config(v.full, unknown))
		wantNone(t, p.Diags)
		wantNone(t, p.ApplyKnowing(w.config(v.full)).Errors())
		w.wantState(v.ids)
		w.MustPlanEmpty(w.config(v.full))
	})
}

// TestMappingReplaced: the mapping that this run has removed is in nobody's way, even where the list
// shows it still.
func TestMappingReplaced(t *testing.T) {
	t.Parallel()
	each(t, nil, func(t *testing.T, w *world, v vendor) {
		t.Helper()

		config := w.config(v.full)
		w.MustApply(config)
		w.patches()

		stale := w.Sim.Inject(sim.Fault{
			Status: http.StatusOK,
			Body:   fmt.Sprintf(`{"records":[{"organization":{"id":%q,"name":"Acme Inc"},"company":{"id":"251","name":"Old"}}],"totalCount":1}`, w.Org),
			Match: func(r *http.Request) bool {
				return read("mappings")(r) && w.Sim.Log().Count(http.MethodPatch, "") == 1
			},
		})

		wantNone(t, w.PlanReplacing(config, v.address()).Apply().Errors())
		stale.Remove()
		w.wantPatches(w.deletion(), w.element(v.body))
		w.MustPlanEmpty(config)
	})
}

// TestMappingRenewedWithoutWhatIsBelow: a mapping that names no more than the agreement moves with
// the agreement.
func TestMappingRenewedWithoutWhatIsBelow(t *testing.T) {
	t.Parallel()

	v := vendors[0]
	w := newWorld(t, v, nil)
	attrs := maps.Clone(v.full)
	delete(attrs, v.inner)
	w.MustApply(w.config(attrs))

	gone, renewed := w.renew(v)
	gone()
	renewed("9501")

	p := w.Plan(w.config(attrs))
	wantWarning(t, p.Diags, "No Longer Offered", "the plan moves the mapping to agreement 500")
	wantNone(t, p.Apply().Errors())

	if outer, inner := w.below("_id"); outer != "500" || inner != nil {
		t.Errorf("state has %v and %v", outer, inner)
	}

	w.MustPlanEmpty(w.config(attrs))
}
