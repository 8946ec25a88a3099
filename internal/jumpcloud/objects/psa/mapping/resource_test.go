// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package mapping_test

import (
	"fmt"
	"net/http"
	"testing"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa/psasim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

func TestMapping(t *testing.T) {
	t.Parallel()
	each(t, nil, func(t *testing.T, w *world, v vendor) {
		t.Helper()

		// Names are ids in the plan already.
		p := w.Plan(w.config(v.full))
		wantNone(t, p.Diags)

		for name, id := range v.ids {
			if got := p.Planned(v.address())[name]; got != id {
				t.Errorf("planned %s = %v, want %v", name, got, id)
			}
		}

		w.Sim.Log().Reset()
		w.MustApply(w.config(v.full))
		w.wantState(v.ids)
		w.wantState(map[string]any{"company": psasim.Acme, "company_name": psasim.Acme})
		w.wantPatches(w.element(v.body))

		if got := w.Identity(v.address()); got["integration_id"] != w.integration || got["organization_id"] != w.Org {
			t.Errorf("identity %v", got)
		}

		// The other spelling of the same changes state alone.
		w.MustApply(w.config(v.byID))
		w.wantPatches()
		w.wantState(map[string]any{"company": "250", "company_id": "250", "company_name": psasim.Acme})

		// Cleared, and set again.
		w.MustApply(w.config(acctest.Attrs{"company": psasim.Acme}))
		w.wantPatches(w.element(v.empty))
		w.MustApply(w.config(v.full))
		w.wantPatches(w.element(v.body))

		// Changed in the console: shown, and put right.
		w.Sim.Change(psasim.Mappings, w.integration, w.Org, func(d sim.Doc) { d["company"] = sim.Doc{"id": "251"} })

		p = w.Plan(w.config(v.full))
		if p.Actions()[v.address()] != acctest.Update {
			t.Errorf("drift is not shown: %v", p.Actions())
		}

		w.wantState(map[string]any{"company": "Globex Corporation", "company_id": "251"})
		w.Sim.Log().Reset()
		wantNone(t, p.Apply())
		w.wantPatches(w.element(v.body))
		w.MustPlanEmpty(w.config(v.full))

		// Removed in the console: made again.
		w.Sim.Remove(psasim.Mappings, w.integration, w.Org)
		w.MustApply(w.config(v.full))
		w.Sim.Log().Reset()

		wantWarning(t, w.Destroy(), "Billing Quantities Stop Updating", psasim.Acme)
		w.wantPatches(w.deletion())

		if w.stored(w.Org) != nil || len(w.Addresses()) > 0 {
			t.Errorf("left behind: %v, %v", w.stored(w.Org), w.Addresses())
		}
	})
}

// TestMappingUpdates: each attribute changes alone, and the whole element is sent.
func TestMappingUpdates(t *testing.T) {
	t.Parallel()
	each(t, nil, func(t *testing.T, w *world, v vendor) {
		t.Helper()
		w.MustApply(w.config(v.full))

		changes := []acctest.Attrs{{v.inner: psasim.PlatformPlus}, {v.outer: psasim.FormerAgreement}, {"non_billable_users": 5}}

		switch v.name {
		case psasim.ConnectWise:
			changes = changes[:2]
		case psasim.Syncro:
			changes = []acctest.Attrs{
				{"billing": map[string]any{"schedule": psasim.Acme + " - Monthly", "line_item": "Support"}},
				{"billing": map[string]any{"schedule": "Globex Corporation - Monthly", "line_item": psasim.Platform}},
			}
		}

		for _, c := range append(changes, acctest.Attrs{"company": "Customer 001"}) {
			w.MustApply(w.config(v.full))
			w.Sim.Log().Reset()
			before := fmt.Sprint(w.stored(w.Org))
			w.MustApply(w.config(v.full, c))

			if n := len(w.patches()); n != 1 || fmt.Sprint(w.stored(w.Org)) == before {
				t.Errorf("%v: %d requests, stored %v", c, n, w.stored(w.Org))
			}
		}
	})
}

// TestMappingImport: by id and by identity, with an empty plan after it but for what
// Syncro does not show.
func TestMappingImport(t *testing.T) {
	t.Parallel()
	each(t, nil, func(t *testing.T, w *world, v vendor) {
		t.Helper()
		w.MustApply(w.config(v.full))

		before := w.State(v.address())

		for _, imported := range []func() acctest.Diagnostics{
			func() acctest.Diagnostics { return w.Import(v.address(), w.integration+"/"+w.Org) },
			func() acctest.Diagnostics {
				return w.ImportByIdentity(v.address(), acctest.Attrs{"integration_id": w.integration, "organization_id": w.Org})
			},
		} {
			w.Forget(v.address())
			wantNone(t, imported())
			w.Sim.Log().Reset()

			if v.name == psasim.Syncro {
				w.wantState(map[string]any{"billing": nil})
				w.MustApply(w.config(v.full))
				w.wantPatches(w.element(v.body))
			}

			w.MustPlanEmpty(w.config(v.full))
			w.wantState(before)
		}

		wantError(t, w.Import(v.address(), w.integration), "Unable to Import "+v.title+" Mapping", "<integration_id>/<organization_id>")
		wantError(t, w.Import(v.address(), "x/"+w.Org), "is not a UUID")

		w.Sim.Remove(psasim.Mappings, w.integration, w.Org)
		wantError(t, w.Import(v.address(), w.integration+"/"+w.Org), "Unable to Read "+v.title+" Mapping", "is not mapped in this integration")
	})
}

// TestMappingRename: what is renamed in the PSA stays mapped, with a warning.
func TestMappingRename(t *testing.T) {
	t.Parallel()
	each(t, nil, func(t *testing.T, w *world, v vendor) {
		t.Helper()
		w.MustApply(w.config(v.full))
		w.Sim.Change(psasim.Companies, w.integration, "250", func(d sim.Doc) { d["name"] = "Acme Holding" })
		w.Sim.Log().Reset()

		p := w.Plan(w.config(v.full))
		if len(p.Actions()) > 0 {
			t.Errorf("a rename plans %v", p.Actions())
		}

		wantWarning(t, p.Diags, "Renamed in the PSA", `"Acme Holding"`, `"Acme Incorporated"`, "250")
		w.wantState(map[string]any{"company": psasim.Acme, "company_name": "Acme Holding", "company_id": "250"})
		w.wantPatches()

		// Something else may change meanwhile, and the new name ends the warning.
		if v.inner != "" {
			wantWarning(t, w.Apply(w.config(v.full, acctest.Attrs{v.inner: psasim.PlatformPlus})), "Renamed in the PSA")

			if n := len(w.patches()); n != 1 {
				t.Errorf("%d requests", n)
			}

			w.MustApply(w.config(v.full))
			w.patches()
		}

		w.MustApply(w.config(v.full, acctest.Attrs{"company": "Acme Holding"}))
		w.wantPatches()
		wantNone(t, w.Plan(w.config(v.full, acctest.Attrs{"company": "Acme Holding"})).Diags)
	})
}

// TestMappingNames: names that the PSA does not have fail at plan, at their attribute.
func TestMappingNames(t *testing.T) {
	t.Parallel()
	each(t, nil, func(t *testing.T, w *world, v vendor) {
		t.Helper()

		plan := func(attrs acctest.Attrs) acctest.Diagnostics { return w.Plan(w.config(v.full, attrs)).Diags }
		summary := "Unable to Plan " + v.title + " Mapping"

		wantError(t, plan(acctest.Attrs{"company": "Acme Incorporate"}), summary, `"company"`, `did you mean "Acme Incorporated"?`)
		wantError(t, plan(acctest.Attrs{"company": psasim.Contoso}), `"company"`, "2 of the companies", "260, 261")

		if v.name == psasim.Syncro {
			wantError(t, plan(acctest.Attrs{"billing": map[string]any{"schedule": "Acme Incorporated Monthly", "line_item": "x"}}), "billing", "schedule", "did you mean")
			wantError(t, plan(acctest.Attrs{"billing": map[string]any{"schedule": "250", "line_item": "Supports"}}),
				"line_item", `Did you mean "Support"?`, `"Acme Incorporated - Monthly" (250)`)
		} else {
			wantError(t, plan(acctest.Attrs{v.outer: "Managed Services 2024"}), fmt.Sprintf(`%q`, v.outer),
				fmt.Sprintf(`Company "Acme Incorporated" (250) has no %s "Managed Services 2024".`, v.outer), `"Managed Services 2025" (377)`)
			wantError(t, plan(acctest.Attrs{v.inner: "JumpCloud Platfrm"}), fmt.Sprintf(`%q`, v.inner),
				`"Managed Services 2026" (412) has no`, `Did you mean "JumpCloud Platform"?`, `"JumpCloud Platform Plus" (9002)`, "already exist")
		}

		if w.Sim.Log().Count("PATCH", "") > 0 {
			t.Error("a plan wrote")
		}
	})
}

func TestMappingValidators(t *testing.T) {
	t.Parallel()
	each(t, nil, func(t *testing.T, w *world, v vendor) {
		t.Helper()

		bad := []acctest.Attrs{{"integration_id": "x"}, {"organization_id": "x"}, {"company": ""}, {"company": nil}}

		if v.name == psasim.Syncro {
			bad = append(bad, acctest.Attrs{"billing": map[string]any{"schedule": "250"}}, acctest.Attrs{"billing": map[string]any{"schedule": "", "line_item": "1"}})
		} else {
			bad = append(bad, acctest.Attrs{v.outer: nil}, acctest.Attrs{v.inner: ""}, acctest.Attrs{v.outer: ""})
		}

		if v.name == psasim.Autotask {
			bad = append(bad, acctest.Attrs{"non_billable_users": -1}, acctest.Attrs{"service": nil})
		}

		for _, attrs := range bad {
			if d := w.Plan(w.config(v.full, attrs)).Diags.Errors(); len(d) == 0 {
				t.Errorf("accepted %v", attrs)
			}
		}

		for name := range w.config(v.full)[v.address()] {
			p := w.Plan(w.config(v.full, acctest.Attrs{name: acctest.Unknown}))
			if len(p.Diags.Errors()) > 0 {
				t.Errorf("unknown %s: %s", name, p.Diags)
			}
		}
	})
}

// TestMappingUnknown: what is unknown at plan is resolved while applying.
func TestMappingUnknown(t *testing.T) {
	t.Parallel()
	each(t, nil, func(t *testing.T, w *world, v vendor) {
		t.Helper()

		p := w.Plan(w.config(v.full, acctest.Attrs{"integration_id": acctest.Unknown, "organization_id": acctest.Unknown}))
		wantNone(t, p.Diags)
		wantNone(t, p.ApplyKnowing(w.config(v.full)))
		w.wantState(v.ids)
		w.MustPlanEmpty(w.config(v.full))
	})
}

// TestMappingTaken: nothing is overwritten that somebody else has mapped.
func TestMappingTaken(t *testing.T) {
	t.Parallel()
	each(t, nil, func(t *testing.T, w *world, v vendor) {
		t.Helper()

		w.Sim.Put(psasim.Mappings, w.integration, w.Org, sim.Doc{
			"company": sim.Doc{"id": "251"}, "lastSyncStatus": psasim.Succeeded, "lastSyncDateTime": "2026-08-19T12:00:00Z",
		})
		w.Sim.Change(psasim.Mappings, w.integration, w.Org, func(d sim.Doc) { delete(d, "id") })

		says := []string{
			`"Acme Inc" (` + w.Org + `) is already mapped in this ` + v.title, "Now: Globex Corporation (251)",
			fmt.Sprintf("id = %q", w.integration+"/"+w.Org), "import {",
		}
		if v.name != psasim.Syncro {
			says = append(says, "last sync 2026-08-19T12:00:00Z success")
		}

		wantError(t, w.Plan(w.config(v.full)).Diags, append(says, "Unable to Plan")...)

		// The same while applying, where the plan could not know.
		p := w.Plan(w.config(v.full, acctest.Attrs{"organization_id": acctest.Unknown}))
		wantNone(t, p.Diags)

		wantError(t, p.ApplyKnowing(w.config(v.full)), says...)

		if w.State(v.address()) != nil || w.Sim.Log().Count("PATCH", "") > 0 {
			t.Error("it was overwritten")
		}
	})
}

// TestMappingSame: one that is there just so is taken over, and that is said.
func TestMappingSame(t *testing.T) {
	t.Parallel()
	each(t, nil, func(t *testing.T, w *world, v vendor) {
		t.Helper()
		w.MustApply(w.config(v.full))
		w.Forget(v.address())
		wantWarning(t, w.Apply(w.config(v.full)), "Mapping Exists Already")
		w.MustPlanEmpty(w.config(v.full))
	})
}

// TestMappingMoved: a resource that is renamed without a moved block keeps its mapping,
// whichever of both comes first, and however long a write takes.
func TestMappingMoved(t *testing.T) {
	t.Parallel()

	const slow = 15 * time.Second

	for name, c := range map[string]struct {
		fault sim.Fault
		last  bool // the destroy: what depends on the mapping is destroyed before it
	}{
		"at once":             {fault: sim.Fault{Method: http.MethodGet, Latency: time.Millisecond}},
		"removed slowly":      {fault: sim.Fault{Method: http.MethodPatch, Latency: slow, Times: 1}},
		"the successor first": {fault: sim.Fault{Method: http.MethodDelete, Latency: slow}, last: true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			eachInABubble(t, func(t *testing.T, w *world, v vendor) {
				t.Helper()

				moved := acctest.Config{"jumpcloud_" + v.name + "_mapping.other": w.config(v.full)[v.address()]}
				config := w.config(v.full)

				if c.last {
					config["jumpcloud_iplist.last"] = w.In(acctest.Attrs{"name": "Last", "ips": []any{"192.0.2.1"}, "depends_on": []any{v.address()}})
				}

				w.MustApply(config)

				p := w.Plan(moved)
				wantWarning(t, p.Diags, "moved block")
				w.Sim.Inject(c.fault)

				d := p.Apply()
				if len(d.Errors()) > 0 {
					t.Errorf("moving:\n%s", d)
				}

				if c.last {
					wantWarning(t, d, "Mapping Has Moved")
				}

				w.Sim.ClearFaults()
				w.MustPlanEmpty(moved)

				if w.stored(w.Org) == nil {
					t.Error("the mapping is gone")
				}
			})
		})
	}
}

// TestMappingTwice: an organization has one mapping in an integration.
func TestMappingTwice(t *testing.T) {
	t.Parallel()
	each(t, nil, func(t *testing.T, w *world, v vendor) {
		t.Helper()

		config := w.config(v.full)
		config["jumpcloud_"+v.name+"_mapping.twin"] = w.config(v.full, acctest.Attrs{"company": "251"})[v.address()]

		if v.outer != "" {
			config["jumpcloud_"+v.name+"_mapping.twin"] = w.config(acctest.Attrs{"company": "251"})[v.address()]
		}

		wantError(t, w.Apply(config), "Unable to Plan", `another resource of this configuration maps organization "Acme Inc" (`+w.Org)

		if n := len(w.Addresses()); n != 0 {
			t.Errorf("%d in state", n)
		}
	})
}
