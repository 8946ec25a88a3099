// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package psa_test

import (
	"fmt"
	"maps"
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa/psasim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// connected is a world with an integration of the vendor that was made in the console.
func connected(tb testing.TB, v vendor) (*world, string) {
	tb.Helper()

	w := newWorld(tb, nil)

	return w, psasim.AddIntegration(w.Sim.World, w.ProviderID, v.name)
}

func (v vendor) of(id string, attrs acctest.Attrs) acctest.Config {
	all := acctest.Attrs{"integration_id": id}
	maps.Copy(all, attrs)

	return acctest.Config{v.settings(): all}
}

func (w *world) settings(id string) sim.Doc {
	d, _ := w.Sim.Docs(psasim.Settings, "").Get(id)

	return d
}

func TestSettings(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, v vendor) {
		t.Helper()

		w, id := connected(t, v)
		address := v.settings()

		// What is left out is neither sent nor changed, and shown.
		w.MustApply(v.of(id, nil))
		w.wantWrites()
		w.wantState(address, map[string]any{
			"integration_id": id, "automatic_ticketing": false, "original_automatic_ticketing": nil, "on_destroy": "keep",
		})

		if got := w.Identity(address)["integration_id"]; got != id {
			t.Errorf("identity %v, want %s", got, id)
		}

		w.MustApply(v.of(id, acctest.Attrs{"automatic_ticketing": true}))
		w.wantWrites(`PATCH settings {"automaticTicketing":true}`)
		w.MustApply(v.of(id, nil))
		w.MustApply(v.of(id, acctest.Attrs{"on_destroy": "restore"}))
		w.wantWrites()

		// Changed in the console: shown, and put right.
		w.MustApply(v.of(id, acctest.Attrs{"automatic_ticketing": true, "on_destroy": "restore"}))
		w.Sim.Change(psasim.Settings, "", id, func(d sim.Doc) { d["automaticTicketing"] = false })

		if p := w.Plan(v.of(id, acctest.Attrs{"automatic_ticketing": true})); p.Actions()[address] != acctest.Update {
			t.Errorf("drift is not shown: %v", p.Actions())
		}

		w.MustApply(v.of(id, acctest.Attrs{"automatic_ticketing": true, "on_destroy": "restore"}))
		w.Sim.Log().Reset()

		wantNoError(t, w.Destroy())

		// It was on when Terraform began to manage it again.
		if w.settings(id)["automaticTicketing"] != true {
			t.Errorf("not restored: %v", w.settings(id))
		}

		w.set(id, false)

		// Kept is kept.
		w.MustApply(v.of(id, acctest.Attrs{"automatic_ticketing": true}))
		w.Sim.Log().Reset()
		wantNoError(t, w.Destroy())
		w.wantWrites()

		if w.settings(id)["automaticTicketing"] != true {
			t.Errorf("not kept: %v", w.settings(id))
		}
	})
}

func TestSettingsCompanyTypes(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, v vendor) {
		t.Helper()

		if !v.typed {
			return
		}

		w, id := connected(t, v)
		address := v.settings()
		types := func(all ...any) acctest.Config {
			return v.of(id, acctest.Attrs{"company_types": append([]any{}, all...), "on_destroy": "restore"})
		}

		w.Sim.Put(psasim.Settings, "", id, sim.Doc{"companyTypeIds": []any{5}, "automaticTicketing": true})
		w.Sim.Change(psasim.Settings, "", id, func(d sim.Doc) { delete(d, "id") })

		// By name and by id, and the same one by both.
		w.MustApply(types("Customer", "4", "Partner"))
		w.wantWrites(`PATCH settings {"companyTypeIds":[1,4]}`)
		w.wantState(address, map[string]any{
			"company_types": []any{"4", "Customer", "Partner"}, "original_company_type_ids": []any{5}, "automatic_ticketing": true,
		})

		// Only one of two that are named alike can be meant by its id.
		w.MustApply(types("Customer", "6"))
		w.wantWrites(`PATCH settings {"companyTypeIds":[1,6]}`)

		// Empty is sent as empty, left out is not sent.
		w.MustApply(types())
		w.wantWrites(`PATCH settings {"companyTypeIds":[]}`)
		w.MustApply(v.of(id, acctest.Attrs{"on_destroy": "restore"}))
		w.wantWrites()

		// In the console: by name where the name is clear, else by id; also one that is gone.
		w.Sim.Change(psasim.Settings, "", id, func(d sim.Doc) { d["companyTypeIds"] = []any{2, 7, 99} })
		w.MustApply(v.of(id, acctest.Attrs{"on_destroy": "restore"}))
		w.wantState(address, map[string]any{"company_types": []any{"7", "99", "Prospect"}})

		w.MustApply(types("Customer"))

		// Renamed in the PSA: the old name is no name any more, at plan.
		w.Sim.Change(psasim.CompanyTypes, id, "1", func(d sim.Doc) { d["name"] = "Client" })
		wantError(t, w.Plan(types("Customer")).Diags, "Unable to Plan "+v.title+" Settings", "company_types", `"Customer"`)
		w.MustApply(types("Client"))
		w.Sim.Log().Reset()
		w.Sim.Put(psasim.CompanyTypes, id, "99", sim.Doc{"name": "Back Again"})
		w.Sim.Change(psasim.CompanyTypes, id, "99", func(d sim.Doc) { d["id"] = 99 })

		wantNoError(t, w.Destroy())
		w.wantWrites(`PATCH settings {"companyTypeIds":[2,7,99]}`) // as they were when Terraform began to manage them again
	})
}

func TestSettingsNames(t *testing.T) {
	t.Parallel()

	v := vendors[0]
	w, id := connected(t, v)

	plan := func(types ...any) acctest.Diagnostics {
		return w.Plan(v.of(id, acctest.Attrs{"company_types": append([]any{}, types...)})).Diags
	}

	wantError(t, plan("Custmer"), "Unable to Plan ConnectWise Settings", "company_types", `did you mean "Customer"`)
	wantError(t, plan("Customer", "Other"), `2 of the company types are named "Other"`, "6, 7")

	if d := plan("Nobody", "Nothing"); len(d.Errors()) != 2 {
		t.Errorf("not every wrong name is told:\n%s", d)
	}

	wantNoError(t, plan(acctest.Unknown, "Customer"))
	wantNoError(t, w.Plan(v.of("", acctest.Attrs{"integration_id": acctest.Unknown, "company_types": []any{"Custmer"}})).Diags)

	// An integration that nobody has.
	wantError(t, w.Plan(v.of("00000000-0000-4000-8000-00000000ffff", acctest.Attrs{"company_types": []any{"Customer"}})).Diags,
		"Unable to Plan ConnectWise Settings", "there is no ConnectWise integration 00000000-0000-4000-8000-00000000ffff", "The provider's ConnectWise integration is "+id)

	many := []any{}
	for i := range 151 {
		many = append(many, fmt.Sprint(i))
	}

	for name, bad := range map[string]acctest.Attrs{
		"too many":   {"company_types": many},
		"empty":      {"company_types": []any{""}},
		"on_destroy": {"on_destroy": "restor"},
	} {
		if d := w.Plan(v.of(id, bad)).Diags; len(d.Errors()) != 1 {
			t.Errorf("%s: %s", name, d)
		}
	}

	wantError(t, w.Plan(v.of("not-a-uuid", nil)).Diags, "must be a UUID")
	wantError(t, w.Plan(v.of(id, acctest.Attrs{"on_destroy": "restor"})).Diags, `did you mean "restore"`)
	wantNoError(t, w.Plan(v.of(id, acctest.Attrs{"on_destroy": acctest.Unknown, "automatic_ticketing": acctest.Unknown})).Diags)
}

func TestSettingsImport(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, v vendor) {
		t.Helper()

		w, id := connected(t, v)
		address := v.settings()
		config := v.of(id, acctest.Attrs{"automatic_ticketing": true, "on_destroy": "restore"})

		w.MustApply(v.of(id, acctest.Attrs{"automatic_ticketing": true}))
		made := w.State(address)

		w.Core = acctest.NewCore(t, w.Sim, acctest.As(w.Sim, "billing"))
		wantNoError(t, w.ImportByIdentity(address, acctest.Attrs{"integration_id": id}))
		wantNoError(t, w.Import(address, id))

		for name, value := range w.State(address) {
			if fmt.Sprint(value) != fmt.Sprint(made[name]) && name[:8] != "original" {
				t.Errorf("%s is %v after an import, want %v", name, value, made[name])
			}
		}

		w.MustPlanEmpty(v.of(id, acctest.Attrs{"automatic_ticketing": true}))
		w.MustApply(config)
		w.Sim.Log().Reset()

		// What was there before nobody knows.
		wantWarning(t, w.Destroy(), "Settings Were Not Restored")
		w.wantWrites()
		wantError(t, w.Import(address, "00000000-0000-4000-8000-00000000ffff"), "Unable to Read "+v.title+" Settings")
	})
}

// TestSettingsGone: with the integration go its settings.
func TestSettingsGone(t *testing.T) {
	t.Parallel()

	v := vendors[0]
	w, id := connected(t, v)
	config := v.of(id, acctest.Attrs{"automatic_ticketing": true, "on_destroy": "restore"})

	w.MustApply(config)
	w.Sim.Remove(psasim.Integrations, w.ProviderID, id)
	wantError(t, w.Apply(config), "Unable to Plan ConnectWise Settings", "integration_id", "there is no ConnectWise integration "+id)

	if w.State(v.settings()) != nil {
		t.Error("settings without an integration are in state")
	}

	w, id = connected(t, v)
	config = v.of(id, acctest.Attrs{"automatic_ticketing": true, "on_destroy": "restore"})
	w.MustApply(config)

	p := w.Plan(acctest.Config{})
	w.Sim.Remove(psasim.Integrations, w.ProviderID, id)
	wantNoError(t, p.Apply())
}

// TestSettingsOfAnIntegrationNotListedYet: another process may have made it since this one listed.
func TestSettingsOfAnIntegrationNotListedYet(t *testing.T) {
	t.Parallel()

	v := vendors[0]
	w, id := connected(t, v)
	w.Sim.Inject(sim.Fault{
		Method: "GET", Pattern: "/api/v2/providers/{id}/integrations", Times: 1, Status: 200, Body: `{"totalCount": 0, "results": []}`,
	})

	if p := w.Plan(v.of(id, acctest.Attrs{"automatic_ticketing": true})); len(p.Diags) > 0 {
		t.Errorf("%s", p.Diags)
	}
}

func TestFaultsOfSettings(t *testing.T) {
	t.Parallel()

	patch := func(f sim.Fault) sim.Fault {
		f.Method, f.PathPrefix, f.Times = "PATCH", api, 1

		return f
	}
	type outcome struct {
		fault sim.Fault
		fails bool
		after any // automatic ticketing on the server
	}

	all := map[string]outcome{
		"500":                     {patch(sim.Fault{Status: 500}), true, false},
		"committed but 500":       {patch(sim.Fault{Status: 500, After: true}), false, true},
		"dropped":                 {patch(sim.Fault{Drop: true}), true, false},
		"committed, then dropped": {patch(sim.Fault{Drop: true, After: true}), false, true},
		"malformed":               {patch(sim.Fault{Malformed: true}), false, true},
		"403":                     {patch(sim.Fault{Status: 403}), true, false},
		"404, and it is there":    {patch(sim.Fault{Status: 404}), true, false},
		"reading before fails":    {sim.Fault{Method: "GET", PathPrefix: "/api/v2/integrations", Status: 403, Times: 1}, true, false},
	}

	for name, c := range all {
		for _, step := range []string{"create", "update", "restore"} {
			t.Run(step+" "+name, func(t *testing.T) {
				t.Parallel()
				synctest.Test(t, func(t *testing.T) {
					v := vendors[0]
					w, id := connected(t, v)
					on := v.of(id, acctest.Attrs{"automatic_ticketing": true, "on_destroy": "restore"})
					off := v.of(id, acctest.Attrs{"automatic_ticketing": false, "on_destroy": "restore"})
					before := false

					w.Sim.Put(psasim.Settings, "", id, sim.Doc{"companyTypeIds": []any{}, "automaticTicketing": step == "restore"})
					w.Sim.Change(psasim.Settings, "", id, func(d sim.Doc) { delete(d, "id") })

					config := on

					if step != "create" {
						before = true

						w.MustApply(off)
					}

					if step == "restore" {
						config = acctest.Config{}
					}

					p := w.Plan(config)
					if name == "reading before fails" && step != "create" {
						return // an update reads nothing before
					}

					w.Sim.Inject(c.fault)
					d := p.Apply()

					if got := len(d.Errors()) == 1; got != c.fails {
						t.Errorf("failed %v, want %v:\n%s", got, c.fails, d)
					}

					if got := w.settings(id)["automaticTicketing"]; got != c.after {
						t.Errorf("automatic ticketing %v, want %v", got, c.after)
					}

					inState := w.State(v.settings()) != nil
					unclear := name == "500" || name == "dropped" // and what was before must not be forgotten
					if want := step == "create" && (!c.fails || unclear) || step == "update" || step == "restore" && c.fails; inState != want {
						t.Errorf("in state %v, want %v (was %v)", inState, want, before)
					}

					w.Sim.ClearFaults()
					w.MustApply(on)

					if w.settings(id)["automaticTicketing"] != true {
						t.Errorf("the next run does not put it right: %v", w.settings(id))
					}
				})
			})
		}
	}
}

// TestFaultsOfSettingsRead: a refresh that fails leaves state as it was.
func TestFaultsOfSettingsRead(t *testing.T) {
	t.Parallel()

	v := vendors[0]

	for _, path := range []string{"settings", "companytypes"} {
		w, id := connected(t, v)
		config := v.of(id, acctest.Attrs{"company_types": []any{"Customer"}})
		w.MustApply(config)

		before := fmt.Sprint(w.State(v.settings()))
		in := w.Sim.Inject(sim.Fault{Method: "GET", Pattern: "/api/v2/integrations/connectwise/{UUID}/" + path, Status: 403})
		wantError(t, w.Plan(config).Diags, "Unable to Read ConnectWise Settings", "check its role", "status 403")
		in.Remove()

		if got := fmt.Sprint(w.State(v.settings())); got != before {
			t.Errorf("state %s, was %s", got, before)
		}

		w.MustPlanEmpty(config)
	}
}
