// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package psa_test

import (
	"fmt"
	"net/http"
	"testing"
	"testing/synctest"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa/psasim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// set sets automatic ticketing as if in the console.
func (w *world) set(id string, on bool) {
	w.Sim.Put(psasim.Settings, "", id, sim.Doc{"automaticTicketing": on})
	w.Sim.Change(psasim.Settings, "", id, func(d sim.Doc) { delete(d, "id") })
}

// TestSettingsOfAFailedCreate: what was there before a creation that may have happened is
// not forgotten, whatever destroying means meanwhile.
func TestSettingsOfAFailedCreate(t *testing.T) {
	t.Parallel()

	for _, onDestroy := range []string{"keep", "restore"} {
		t.Run(onDestroy, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				v := vendors[2]
				w, id := connected(t, v)
				on := func(onDestroy string) acctest.Config {
					return v.of(id, acctest.Attrs{"automatic_ticketing": true, "on_destroy": onDestroy})
				}

				// The change is stored, the answer is lost, and so is the look whether it is.
				pattern := "/api/v2/integrations/" + v.name + "/{UUID}/settings"
				p := w.Plan(on(onDestroy))
				w.Sim.Inject(sim.Fault{Method: "PATCH", Pattern: pattern, Status: 500, After: true})
				w.Sim.Inject(sim.Fault{Method: "GET", Pattern: pattern, Status: 403, Nth: 2})
				wantError(t, p.Apply(), "Unable to Create "+v.title+" Settings", "status 500")
				w.Sim.ClearFaults()

				if w.settings(id)["automaticTicketing"] != true || !w.Tainted(v.settings()) {
					t.Fatal("nothing was written, or it is not in state")
				}

				w.MustApply(on(onDestroy))
				w.wantState(v.settings(), map[string]any{"automatic_ticketing": true, "original_automatic_ticketing": false})
				w.MustApply(on("restore"))
				wantNoError(t, w.Destroy())

				if w.settings(id)["automaticTicketing"] != false {
					t.Error("what was there before is forgotten")
				}
			})
		})
	}
}

// TestSettingsGivenUp: what the configuration left out meanwhile is not set back.
func TestSettingsGivenUp(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, v vendor) {
		t.Helper()

		w, id := connected(t, v)
		restore := acctest.Attrs{"on_destroy": "restore"}
		managed := acctest.Attrs{"on_destroy": "restore", "automatic_ticketing": true}

		w.MustApply(v.of(id, managed))
		w.wantState(v.settings(), map[string]any{"original_automatic_ticketing": false})
		w.MustApply(v.of(id, restore))
		w.wantState(v.settings(), map[string]any{"original_automatic_ticketing": nil})
		w.Sim.Log().Reset()
		wantWarning(t, w.Destroy(), "Settings Were Not Restored")
		w.wantWrites()

		// Managed again, it is put back to what it was then.
		w.MustApply(v.of(id, restore))
		w.set(id, true)
		w.MustApply(v.of(id, acctest.Attrs{"on_destroy": "restore", "automatic_ticketing": false}))
		w.wantState(v.settings(), map[string]any{"original_automatic_ticketing": true})
		wantNoError(t, w.Destroy())

		if w.settings(id)["automaticTicketing"] != true {
			t.Errorf("not restored: %v", w.settings(id))
		}
	})
}

// TestSettingsMoved: a resource that is renamed without a moved block does not undo what its
// successor has done, and two of the same are found at plan.
func TestSettingsMoved(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, v vendor) {
		t.Helper()

		w, id := connected(t, v)
		attrs := acctest.Attrs{"integration_id": id, "automatic_ticketing": true, "on_destroy": "restore"}
		moved := acctest.Config{"jumpcloud_" + v.name + "_settings.other": attrs}

		w.MustApply(acctest.Config{v.settings(): attrs})

		if d := w.Apply(moved); len(d.Errors()) > 0 {
			t.Fatal(d)
		}

		w.MustPlanEmpty(moved)
		if w.settings(id)["automaticTicketing"] != true {
			t.Error("the successor's settings were undone")
		}

		w.Core = acctest.NewCore(t, w.Sim, acctest.As(w.Sim, "billing"))
		wantError(t, w.Plan(acctest.Config{v.settings(): attrs, "jumpcloud_" + v.name + "_settings.other": attrs}).Diags, "Same Settings Twice", id)
	})
}

// TestSettingsTakenOver: the successor of settings that are set back has the last word, whichever of
// both comes first.
func TestSettingsTakenOver(t *testing.T) {
	t.Parallel()

	for _, v := range vendors {
		for _, last := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s, destroyed at last: %t", v.name, last), func(t *testing.T) {
				t.Parallel()
				synctest.Test(t, func(t *testing.T) {
					w, id := connected(t, v)
					attrs := acctest.Attrs{"integration_id": id, "automatic_ticketing": true, "on_destroy": "restore"}
					other := acctest.Config{"jumpcloud_" + v.name + "_settings.other": attrs}
					address := v.settings()
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
					w.Sim.Inject(sim.Fault{Method: http.MethodPatch, Latency: 20 * time.Second, Times: 1})
					w.Sim.Inject(sim.Fault{Method: http.MethodDelete, Latency: 50 * time.Second})

					d := p.Apply()
					if len(d.Errors()) > 0 {
						t.Fatal(d)
					}

					w.Sim.ClearFaults()

					if last {
						wantWarning(t, d, "Settings Have Moved")
					}

					if w.settings(id)["automaticTicketing"] != true {
						t.Error("the successor's settings were undone")
					}

					w.MustPlanEmpty(other)
				})
			})
		}
	}
}
