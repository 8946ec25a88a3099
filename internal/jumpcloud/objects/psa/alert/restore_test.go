// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package alert_test

import (
	"fmt"
	"net/http"
	"testing"
	"testing/synctest"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
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
				p := w.Plan(v.configured())
				w.Sim.Inject(sim.Fault{Method: http.MethodPut, PathPrefix: "/api/v2/", Status: 500, After: true})
				w.Sim.Inject(sim.Fault{Method: http.MethodGet, Pattern: list, Status: 403, Nth: 2})
				wantError(t, p.Apply(), "status 500")
				w.Sim.ClearFaults()

				if w.stored()["shouldCreateTickets"] != true || !w.Tainted(v.address()) {
					t.Fatal("nothing was written, or it is not in state")
				}

				w.MustApply(v.configured())
				w.wantState(map[string]any{"original_configuration": sorted(t, v.initial)})
				w.MustApply(v.configured(acctest.Attrs{"on_destroy": "restore"}))
				w.Sim.Log().Reset()
				wantNone(t, w.Destroy())
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
		w.MustApply(v.configured(restore))
		w.MustApply(v.of(restore))
		w.wantState(map[string]any{"original_configuration": `{"shouldCreateTickets":false}`})
		w.change(func(d sim.Doc) { d["dueDays"] = 30 })
		w.Sim.Log().Reset()
		wantNone(t, w.Destroy())

		if d := w.stored(); d["shouldCreateTickets"] != false || sorted(t, sortedDoc(t, sim.Doc{"d": d["dueDays"]})) != `{"d":30}` {
			t.Errorf("stored %v", d)
		}

		// Managed again, it is put back to what it was then.
		w.MustApply(v.of(restore))
		w.MustApply(v.of(restore, acctest.Attrs{"due_days": 5}))
		wantNone(t, w.Destroy())

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
		w.MustApply(acctest.Config{v.address(): attrs})

		if d := w.Apply(acctest.Config{other: attrs}); len(d.Errors()) > 0 {
			t.Fatal(d)
		}

		w.MustPlanEmpty(acctest.Config{other: attrs})

		if w.stored()["shouldCreateTickets"] != true {
			t.Errorf("the successor's configuration was undone: %v", w.stored())
		}

		w.Core = acctest.NewCore(t, w.Sim, acctest.As(w.Sim, "billing"))
		wantError(t, w.Plan(acctest.Config{v.address(): attrs, other: attrs}).Diags, "Same Alert Twice")
	})
}

// TestAlertTakenOver: the successor of a configuration that is put back has the last word, whichever of
// both comes first, and although what it read first was just what it wants.
func TestAlertTakenOver(t *testing.T) {
	t.Parallel()

	for _, v := range vendors {
		for _, last := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s, destroyed at last: %t", v.name, last), func(t *testing.T) {
				t.Parallel()
				synctest.Test(t, func(t *testing.T) {
					w := newWorld(t, v, nil)
					attrs := v.configured(acctest.Attrs{"on_destroy": "restore"})[v.address()]
					other := acctest.Config{"jumpcloud_" + v.name + "_alert_configuration.other": attrs}
					address := v.address()
					config := acctest.Config{address: attrs}

					// What depends on it is destroyed before it, which takes its time.
					if last {
						acme, _ := w.Sim.OrganizationID(simulator.AcmeInc)
						config["jumpcloud_iplist.last"] = acctest.Attrs{
							"organization_id": acme, "name": "Last", "ips": []any{"192.0.2.1"}, "depends_on": []any{address},
						}
					}

					w.MustApply(config)

					p := w.Plan(other)
					w.Sim.Inject(sim.Fault{Method: http.MethodGet, Latency: time.Second})
					w.Sim.Inject(sim.Fault{Method: http.MethodPut, Latency: 20 * time.Second, Times: 1})
					w.Sim.Inject(sim.Fault{Method: http.MethodDelete, Latency: 50 * time.Second})

					d := p.Apply()
					if len(d.Errors()) > 0 {
						t.Fatal(d)
					}

					w.Sim.ClearFaults()

					if last {
						wantWarning(t, d, "Alert Configuration Has Moved")
					}

					if w.stored()["shouldCreateTickets"] != true {
						t.Errorf("the successor's configuration was undone: %v", w.stored())
					}

					w.MustPlanEmpty(other)
				})
			})
		}
	}
}
