// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package alert_test

import (
	"net/http"
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// TestAlertOfAFailedCreate: what was there before a creation that may have happened is not
// forgotten.
func TestAlertOfAFailedCreate(t *testing.T) {
	t.Parallel()

	for _, v := range vendors {
		t.Run(v.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				w := newWorld(t, v, nil)
				list := "/api/v2/providers/{provider_id}/integrations/" + v.name + "/alerts/configuration"

				// The change is stored, the answer is lost, and so is the look whether it is.
				p := w.core.Plan(v.configured())
				w.sim.Inject(sim.Fault{Method: http.MethodPut, PathPrefix: "/api/v2/", Status: 500, After: true})
				w.sim.Inject(sim.Fault{Method: http.MethodGet, Pattern: list, Status: 403, Nth: 2})
				wantError(t, p.Apply(), "status 500")
				w.sim.ClearFaults()

				if w.stored()["shouldCreateTickets"] != true || !w.core.Tainted(v.address()) {
					t.Fatal("nothing was written, or it is not in state")
				}

				w.core.MustApply(v.configured())
				w.wantState(map[string]any{"original_configuration": sorted(t, v.initial)})
				w.core.MustApply(v.configured(acctest.Attrs{"on_destroy": "restore"}))
				w.sim.Log().Reset()
				wantNone(t, w.core.Destroy())
				w.wantPuts(v.initial)
			})
		})
	}
}

// TestAlertGivenUp: what the configuration left out meanwhile is not put back.
func TestAlertGivenUp(t *testing.T) {
	t.Parallel()
	each(t, nil, func(t *testing.T, w *world, v vendor) {
		t.Helper()

		restore := acctest.Attrs{"on_destroy": "restore"}
		w.core.MustApply(v.configured(restore))
		w.core.MustApply(v.of(restore))
		w.wantState(map[string]any{"original_configuration": `{"shouldCreateTickets":false}`})
		w.change(func(d sim.Doc) { d["dueDays"] = 30 })
		w.sim.Log().Reset()
		wantNone(t, w.core.Destroy())

		if d := w.stored(); d["shouldCreateTickets"] != false || sorted(t, sortedDoc(t, sim.Doc{"d": d["dueDays"]})) != `{"d":30}` {
			t.Errorf("stored %v", d)
		}

		// Managed again, it is put back to what it was then.
		w.core.MustApply(v.of(restore))
		w.core.MustApply(v.of(restore, acctest.Attrs{"due_days": 5}))
		wantNone(t, w.core.Destroy())

		if d := w.stored(); sortedDoc(t, sim.Doc{"d": d["dueDays"]}) != `{"d":30}` {
			t.Errorf("stored %v", d)
		}
	})
}

// TestAlertMoved: a resource that is renamed without a moved block does not undo what its
// successor has done, and two of the same are found at plan.
func TestAlertMoved(t *testing.T) {
	t.Parallel()
	each(t, nil, func(t *testing.T, w *world, v vendor) {
		t.Helper()

		attrs := v.configured(acctest.Attrs{"on_destroy": "restore"})[v.address()]
		other := "jumpcloud_" + v.name + "_alert_configuration.other"
		w.core.MustApply(acctest.Config{v.address(): attrs})

		if d := w.core.Apply(acctest.Config{other: attrs}); len(d.Errors()) > 0 {
			t.Fatal(d)
		}

		w.core.MustPlanEmpty(acctest.Config{other: attrs})

		if w.stored()["shouldCreateTickets"] != true {
			t.Errorf("the successor's configuration was undone: %v", w.stored())
		}

		w.core = acctest.NewCore(t, w.sim, acctest.As(w.sim, "billing"))
		wantError(t, w.core.Plan(acctest.Config{v.address(): attrs, other: attrs}).Diags, "Same Alert Twice")
	})
}
