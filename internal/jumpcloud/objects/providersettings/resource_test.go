// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package providersettings_test

import (
	"strings"
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

func TestLifeCycle(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)

	// Nothing configured: nothing sent, nothing watched; the plan knows which provider it is.
	if p := w.Plan(config(acctest.Attrs{})); p.Planned(settings)["id"] != w.ProviderID {
		t.Errorf("planned id %v, want %s", p.Planned(settings)["id"], w.ProviderID)
	}

	w.MustApply(config(acctest.Attrs{}))
	w.WantPuts()
	w.WantState(acctest.Attrs{"id": w.ProviderID, "name": nil, "contact": nil, "require_admin_mfa": nil, "on_destroy": "keep", "original": "{}"})

	// Only what is configured is sent; what was there is noted once.
	w.MustApply(config(acctest.Attrs{"require_admin_mfa": true}))
	w.WantPuts(`{"settings":{"requireAdminMFA":true}}`)
	w.MustApply(config(acctest.Attrs{"require_admin_mfa": true, "name": "Renamed", "contact": acctest.Attrs{"name": "Kim"}}))
	w.WantPuts(`{"contact":{"name":"Kim"},"name":"Renamed","settings":{"requireAdminMFA":true}}`)
	w.WantState(acctest.Attrs{
		"contact": map[string]any{"name": "Kim", "email": nil}, "allow_mfa_override": nil,
		"original": `{"contact":{"name":"Example Contact"},"name":"Example MSP","settings":{"requireAdminMFA":false}}`,
	})
	w.wantStored(map[string]any{"contact.email": "contact-" + w.ProviderID + "@example.com", "settings.allowMfaOverride": true})

	// A change of what is not configured is nobody's business; of what is, it is shown.
	full := config(acctest.Attrs{
		"require_admin_mfa": true, "name": "Renamed", "contact": acctest.Attrs{"name": "Kim"}, "on_destroy": "restore",
	})
	w.MustApply(full)
	w.change(func(p sim.Doc) { p["settings"] = sim.Doc{"allowMfaOverride": false, "requireAdminMFA": true} })
	w.MustPlanEmpty(full)
	w.change(func(p sim.Doc) { p["name"] = "Console" })

	if p := w.Plan(full); p.Actions()[settings] != acctest.Update {
		t.Errorf("drift is not shown: %v", p.Actions())
	}

	w.MustApply(full)
	w.Sim.Log().Reset()

	// Removed from the configuration: it stays as it is.
	w.MustApply(config(acctest.Attrs{"name": "Renamed", "on_destroy": "restore"}))
	w.WantPuts()
	w.WantState(acctest.Attrs{"require_admin_mfa": nil, "contact": nil})

	wantNoError(t, w.Destroy())
	w.WantPuts(`{"contact":{"name":"Example Contact"},"name":"Example MSP","settings":{"requireAdminMFA":false}}`)
	w.wantStored(map[string]any{"name": "Example MSP", "settings.requireAdminMFA": false, "settings.allowMfaOverride": false})

	// Kept is kept.
	w.MustApply(config(acctest.Attrs{"name": "Kept"}))
	wantNoError(t, w.Destroy())
	w.WantPuts(`{"name":"Kept"}`)
	w.wantStored(map[string]any{"name": "Kept"})
}

// TestDriftOfEverySetting: whatever is configured is watched, each setting by itself.
func TestDriftOfEverySetting(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	full := config(acctest.Attrs{
		"name": "Renamed", "contact": acctest.Attrs{"name": "Kim", "email": "kim@example.com"}, "require_admin_mfa": true, "allow_mfa_override": true,
	})
	w.MustApply(full)

	for what, drift := range map[string]func(p sim.Doc){
		"name":               func(p sim.Doc) { p["name"] = "Console" },
		"contact.name":       func(p sim.Doc) { p["contact"] = sim.Doc{"name": "Lee", "email": "kim@example.com"} },
		"contact.email":      func(p sim.Doc) { p["contact"] = sim.Doc{"name": "Kim", "email": "lee@example.com"} },
		"require_admin_mfa":  func(p sim.Doc) { p["settings"] = sim.Doc{"allowMfaOverride": true, "requireAdminMFA": false} },
		"allow_mfa_override": func(p sim.Doc) { p["settings"] = sim.Doc{"allowMfaOverride": false, "requireAdminMFA": true} },
	} {
		w.MustPlanEmpty(full)
		w.change(drift)

		if p := w.Plan(full); p.Actions()[settings] != acctest.Update {
			t.Errorf("%s: %v", what, p.Actions())
		}

		w.MustApply(full)
	}
}

func TestImport(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	full := acctest.Attrs{
		"id": w.ProviderID, "name": "Example MSP", "require_admin_mfa": false, "allow_mfa_override": true, "on_destroy": "keep", "original": nil,
		"contact": map[string]any{"name": "Example Contact", "email": "contact-" + w.ProviderID + "@example.com"},
	}

	wantNoError(t, w.Import(settings, w.ProviderID))
	w.WantState(full)

	if got := w.Identity(settings)["id"]; got != w.ProviderID {
		t.Errorf("identity %v", got)
	}

	identity := w.Identity(settings)
	w.Forget(settings)
	wantNoError(t, w.ImportByIdentity(settings, identity))
	w.WantState(full)

	// Everything configured as it is: nothing to do. A part: nothing either, and when that
	// part changes it alone is sent and noted.
	delete(full, "id")
	delete(full, "original")
	w.MustPlanEmpty(config(full))
	w.MustPlanEmpty(config(acctest.Attrs{"require_admin_mfa": false}))
	w.MustApply(config(acctest.Attrs{"require_admin_mfa": true}))
	w.WantPuts(`{"settings":{"requireAdminMFA":true}}`)
	w.WantState(acctest.Attrs{"name": "Example MSP", "original": `{"settings":{"requireAdminMFA":false}}`})
	w.change(func(p sim.Doc) { p["settings"] = sim.Doc{"allowMfaOverride": true, "requireAdminMFA": false} })

	// What it was before is not known right after an import.
	w.Forget(settings)
	wantNoError(t, w.Import(settings, w.ProviderID))
	w.MustPlanEmpty(config(full))
	w.MustApply(config(acctest.Attrs{"name": "Example MSP", "on_destroy": "restore"}))
	wantNoError(t, w.Destroy())
	w.WantPuts()

	wantError(t, w.Import(settings, "Example MSP"), "Unable to Import Provider Settings", "24 hexadecimal digits")

	other, _ := w.Sim.ProviderID(simulator.OtherProvider)
	wantError(t, w.Import(settings, other), "Unable to Read Provider Settings")
}

// A setting that had no value before cannot be restored, and that is said.
func TestRestoreOfTheUnknown(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	w.change(func(p sim.Doc) { delete(p, "name") })

	w.MustApply(config(acctest.Attrs{"name": "Named", "require_admin_mfa": true, "on_destroy": "restore"}))

	d := w.Destroy()
	if len(d.Errors()) > 0 || !strings.Contains(d.Warnings().String(), "stay as they are: name.") {
		t.Errorf("%s", d)
	}

	w.wantStored(map[string]any{"name": "Named", "settings.requireAdminMFA": false})
}

// A service that does not merge is noticed.
func TestServiceThatReplaces(t *testing.T) {
	t.Parallel()

	w := newWorld(t, map[string]string{"provider-put-nested": "replace"})

	d := w.Apply(config(acctest.Attrs{"require_admin_mfa": true}))
	if len(d.Errors()) > 0 || !strings.Contains(d.Warnings().String(), "settings.allowMfaOverride") {
		t.Errorf("%s", d)
	}

	w.MustPlanEmpty(config(acctest.Attrs{"require_admin_mfa": true}))
}

func TestContactOfAnotherProvider(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	other, _ := w.Sim.ProviderID(simulator.OtherProvider)

	wantError(t, w.Apply(config(acctest.Attrs{"contact": acctest.Attrs{"email": "contact-" + other + "@example.com"}})),
		"Unable to Create Provider Settings", "in use", "status 400")

	if w.State(settings) != nil {
		t.Error("in state")
	}
}

func TestValidators(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)

	for name, c := range map[string]struct {
		attrs acctest.Attrs
		parts []string
	}{
		"no name":      {acctest.Attrs{"name": ""}, []string{"name"}},
		"long name":    {acctest.Attrs{"name": strings.Repeat("x", 256)}, []string{"name", "255"}},
		"long contact": {acctest.Attrs{"contact": acctest.Attrs{"name": strings.Repeat("x", 31)}}, []string{"contact", "30"}},
		"no address":   {acctest.Attrs{"contact": acctest.Attrs{"email": "kim"}}, []string{"must be an e-mail address"}},
		"long address": {acctest.Attrs{"contact": acctest.Attrs{"email": strings.Repeat("x", 250) + "@x.com"}}, []string{"255"}},
		"on_destroy":   {acctest.Attrs{"on_destroy": "restor"}, []string{`did you mean "restore"`}},
	} {
		t.Log(name)
		wantError(t, w.Plan(config(c.attrs)).Diags, c.parts...)
	}

	wantNoError(t, w.Plan(config(acctest.Attrs{
		"name": acctest.Unknown, "contact": acctest.Attrs{"name": acctest.Unknown, "email": acctest.Unknown},
		"require_admin_mfa": acctest.Unknown, "allow_mfa_override": acctest.Unknown, "on_destroy": acctest.Unknown,
	})).Diags)
	wantNoError(t, w.Plan(config(acctest.Attrs{"contact": acctest.Unknown})).Diags)
}

// A key of one organization has no provider, and the plan says so.
func TestKeyOfOneOrganization(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	w.Use(acctest.As(w.Sim, simulator.RoleTenant))
	wantError(t, w.Plan(config(acctest.Attrs{"name": "x"})).Diags, "Unable to Plan Provider Settings", "Multi-Tenant Portal")
}

func TestFaults(t *testing.T) {
	t.Parallel()

	const before, after = "Example MSP", "New"

	for name, c := range map[string]struct {
		fault  sim.Fault
		says   []string
		stored string
		state  any
	}{
		"GET 500":               {sim.Fault{Method: "GET", Times: 1, Status: 500}, nil, after, after},
		"GET dropped":           {sim.Fault{Method: "GET", Times: 1, Drop: true}, nil, after, after},
		"GET malformed":         {sim.Fault{Method: "GET", Times: 1, Malformed: true}, nil, after, after},
		"PUT 503":               {sim.Fault{Method: "PUT", Times: 1, Status: 503}, nil, after, after},
		"PUT dropped":           {sim.Fault{Method: "PUT", Times: 1, Drop: true}, nil, after, after},
		"PUT committed, 500":    {sim.Fault{Method: "PUT", Times: 1, Status: 500, After: true}, nil, after, after},
		"PUT committed, lost":   {sim.Fault{Method: "PUT", Times: 1, Drop: true, After: true}, nil, after, after},
		"PUT malformed":         {sim.Fault{Method: "PUT", Times: 1, Malformed: true}, nil, after, after},
		"PUT without an answer": {sim.Fault{Method: "PUT", Times: 1, Status: 200, Body: "{}", After: true}, nil, after, after},
		"PUT that did nothing": {
			sim.Fault{Method: "PUT", Times: 1, Status: 200, Body: "{}"},
			[]string{"Unable to Create Provider Settings", "does not hold it: name"},
			before, after,
		},
		"PUT 500": {sim.Fault{Method: "PUT", Status: 500}, []string{"Unable to Create Provider Settings", "status 500"}, before, after},
		"PUT 403": {sim.Fault{Method: "PUT", Status: 403}, []string{"Unable to Create Provider Settings", "status 403"}, before, nil},
		"PUT 404": {sim.Fault{Method: "PUT", Status: 404}, []string{"Unable to Create Provider Settings", "status 404"}, before, nil},
		"PUT 400": {sim.Fault{Method: "PUT", Status: 400}, []string{"Unable to Create Provider Settings", "status 400"}, before, nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				w := newWorld(t, nil)
				c.fault.PathPrefix = "/api/v2/providers"
				p := w.Plan(config(acctest.Attrs{"name": after}))
				injected := w.Sim.Inject(c.fault)

				if d := p.Apply(); c.says == nil {
					wantNoError(t, d)
				} else {
					wantError(t, d, c.says...)
				}

				if injected.Fired() == 0 {
					t.Error("the fault did not fire")
				}

				injected.Remove()
				w.wantStored(map[string]any{"name": c.stored})
				w.WantState(acctest.Attrs{"name": c.state})

				// Whatever happened, the next run puts it right, and knows what was there before.
				w.MustApply(config(acctest.Attrs{"name": "Third", "on_destroy": "restore"}))
				wantNoError(t, w.Destroy())
				w.wantStored(map[string]any{"name": before})
			})
		})
	}
}

func TestFaultsOfUpdateAndDelete(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	first := config(acctest.Attrs{"name": "First", "on_destroy": "restore"})
	w.MustApply(first)

	in := w.Sim.Inject(sim.Fault{Method: "PUT", Status: 403})
	wantError(t, w.Apply(config(acctest.Attrs{"name": "Second", "on_destroy": "restore"})), "Unable to Update Provider Settings")
	w.WantState(acctest.Attrs{"name": "First"})
	wantError(t, w.Destroy(), "Unable to Delete Provider Settings")
	w.WantState(acctest.Attrs{"name": "First"})
	in.Remove()

	in = w.Sim.Inject(sim.Fault{Method: "GET", PathPrefix: "/api/v2/providers", Status: 403})
	wantError(t, w.Plan(first).Diags, "Unable to Read Provider Settings")
	in.Remove()

	// A provider that cannot be read is not a provider that is gone.
	in = w.Sim.Inject(sim.Fault{Method: "GET", PathPrefix: "/api/v2/providers", Status: 404})
	wantError(t, w.Plan(first).Diags, "Unable to Read Provider Settings", "stays in state")
	in.Remove()
	w.MustPlanEmpty(first)
}
