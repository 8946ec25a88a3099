// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organization_test

import (
	"encoding/json"
	"reflect"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

func TestLifeCycle(t *testing.T) {
	t.Parallel()

	w := newWorld(t, simulator.RoleBilling, nil)

	// A cap that is not configured is not sent: a role without billing could not send it.
	w.MustApply(config(acctest.Attrs{"name": "Nova"}))

	if got, want := w.Bodies("POST"), []sim.Doc{{"name": "Nova"}}; !reflect.DeepEqual(got, want) {
		t.Errorf("created with %v, want %v", got, want)
	}

	id := w.one("Nova")
	want := acctest.Attrs{
		"id": id, "name": "Nova", "max_system_users": nil, "allow_duplicate_name": false, "deletion_policy": "prevent",
		"console_url": acctest.URL,
	}
	w.wantState(want)

	if got := w.Identity(nova); !reflect.DeepEqual(got, acctest.Attrs{"id": id}) {
		t.Errorf("identity %v", got)
	}

	// Renamed in place.
	w.MustApply(config(acctest.Attrs{"name": "Nova Ltd"}))

	if got, want := w.Bodies("PUT"), []sim.Doc{{"name": "Nova Ltd"}}; !reflect.DeepEqual(got, want) {
		t.Errorf("renamed with %v, want %v", got, want)
	}

	if got := w.one("Nova Ltd"); got != id {
		t.Errorf("renamed to another object: %s", got)
	}

	// The two attributes that are Terraform's own change nothing in the service.
	w.MustApply(config(acctest.Attrs{"name": "Nova Ltd", "allow_duplicate_name": true, "deletion_policy": "abandon"}))

	want["name"], want["allow_duplicate_name"], want["deletion_policy"] = "Nova Ltd", true, "abandon"
	w.wantState(want)

	// Renamed elsewhere: shown, and put right.
	w.rename(id, "Other")

	if a := w.Plan(config(acctest.Attrs{"name": "Nova Ltd", "deletion_policy": "abandon"})).Actions()[nova]; a != acctest.Update {
		t.Errorf("planned %q", a)
	}

	w.MustApply(config(acctest.Attrs{"name": "Nova Ltd", "deletion_policy": "abandon"}))
	w.one("Nova Ltd")

	// Forgotten, with a warning; it lives on.
	d := w.Destroy()
	if len(d.Errors()) > 0 || len(d.Warnings()) != 1 || d.Warnings()[0].Summary != `Organization Left Alive: "Nova Ltd"` {
		t.Errorf("destroy: %s", d)
	}

	if len(w.Addresses()) > 0 || w.one("Nova Ltd") != id {
		t.Errorf("in state: %v", w.Addresses())
	}

	if n := w.Sim.Log().Count("DELETE", ""); n > 0 {
		t.Errorf("%d requests to delete: the API has none", n)
	}
}

func (w *world) rename(id, name string) {
	w.T.Helper()

	if !w.Sim.Change(jumpcloudsim.Organizations, w.ProviderID, id, func(d sim.Doc) { d["name"] = name }) {
		w.T.Fatalf("no organization %s", id)
	}
}

func TestImport(t *testing.T) {
	t.Parallel()

	w := newWorld(t, simulator.RoleBilling, nil)
	id := w.one(simulator.AcmeInc)

	wantNoError(t, w.Import(nova, id))
	w.wantState(acctest.Attrs{
		"id": id, "name": simulator.AcmeInc, "max_system_users": nil, "allow_duplicate_name": false, "deletion_policy": "prevent",
		"console_url": acctest.URL,
	})
	w.MustPlanEmpty(config(acctest.Attrs{"name": simulator.AcmeInc}))

	core := acctest.NewCore(t, w.Sim, acctest.As(w.Sim, simulator.RoleBilling))
	wantNoError(t, core.ImportByIdentity(nova, acctest.Attrs{"id": id}))
	core.MustPlanEmpty(config(acctest.Attrs{"name": simulator.AcmeInc}))

	foreign, _ := w.Sim.OrganizationID(simulator.OtherTenant)
	wantError(t, w.Import("jumpcloud_organization.x", foreign), "Unable to Read Organization", foreign)
	wantError(t, w.Import("jumpcloud_organization.x", "Acme"), "Unable to Import Organization", "24 hexadecimal digits")
	wantError(t, w.Import("jumpcloud_organization.x", id+"/"+id), "has 2 of the 1 parts")
}

func TestSeatCap(t *testing.T) {
	t.Parallel()

	for _, omitted := range []string{"keep", "reset"} {
		t.Run(omitted, func(t *testing.T) {
			t.Parallel()

			w := newWorld(t, simulator.RoleBilling, map[string]string{"organization-put-omitted-max": omitted})

			w.MustApply(config(acctest.Attrs{"name": "Nova", "max_system_users": 60}))

			if got, want := w.Bodies("POST"), []sim.Doc{{"name": "Nova", "maxSystemUsers": json.Number("60")}}; !reflect.DeepEqual(got, want) {
				t.Errorf("created with %v, want %v", got, want)
			}

			for _, seats := range []int{80, 0} {
				w.MustApply(config(acctest.Attrs{"name": "Nova", "max_system_users": seats}))

				if got := w.State(nova)["max_system_users"]; got != seats {
					t.Errorf("cap %v, want %d", got, seats)
				}
			}

			// A rename sends the cap along, so that it does not matter what omitting it does.
			w.Sim.Log().Reset()
			w.MustApply(config(acctest.Attrs{"name": "Nova 2", "max_system_users": 0}))

			if got, want := w.Bodies("PUT"), []sim.Doc{{"name": "Nova 2", "maxSystemUsers": json.Number("0")}}; !reflect.DeepEqual(got, want) {
				t.Errorf("renamed with %v, want %v", got, want)
			}

			// Lifting the cap works where leaving it out lifts it, else says that it did not.
			lifted := config(acctest.Attrs{"name": "Nova 2"})
			if omitted == "reset" {
				w.MustApply(lifted)

				if got := w.State(nova)["max_system_users"]; got != nil {
					t.Errorf("cap %v, want none", got)
				}

				return
			}

			wantError(t, w.Apply(lifted), "Unable to Update Organization", `AttributeName("max_system_users")`,
				"the service kept the seat cap of 0", "lift the cap in the console")

			if got := w.State(nova)["max_system_users"]; got != 0 || w.Tainted(nova) {
				t.Errorf("cap %v in state, want 0; tainted: %v", got, w.Tainted(nova))
			}

			// Lifted in the console, as the error says.
			w.Sim.Change(jumpcloudsim.Organizations, w.ProviderID, w.one("Nova 2"), func(d sim.Doc) { delete(d, "maxSystemUsers") })
			w.MustPlanEmpty(lifted)
		})
	}
}

func TestSeatCapChangedElsewhere(t *testing.T) {
	t.Parallel()

	w := newWorld(t, simulator.RoleBilling, nil)
	w.MustApply(config(acctest.Attrs{"name": "Nova", "max_system_users": 60}))
	w.Sim.Change(jumpcloudsim.Organizations, w.ProviderID, w.one("Nova"), func(d sim.Doc) { d["maxSystemUsers"] = 10 })

	if a := w.Plan(config(acctest.Attrs{"name": "Nova", "max_system_users": 60})).Actions()[nova]; a != acctest.Update {
		t.Errorf("planned %q", a)
	}

	w.MustApply(config(acctest.Attrs{"name": "Nova", "max_system_users": 60}))
}

func TestSeatCapWithoutBilling(t *testing.T) {
	t.Parallel()

	w := newWorld(t, simulator.RoleLimited, nil)
	capped := config(acctest.Attrs{"name": "Nova", "max_system_users": 60})
	says := []string{"Seat Cap Needs Billing", `AttributeName("max_system_users")`, `"Nova"`, "organizations.billing", `role "Administrator"`}

	wantError(t, w.Plan(capped).Diags, says...)
	w.MustApply(config(acctest.Attrs{"name": "Nova"}))
	wantError(t, w.Plan(capped).Diags, says...)

	// Where nobody tells what the role may do, the service does.
	w.Sim.Inject(sim.Fault{Method: "GET", PathPrefix: "/api/v2/roles", Status: 403})
	wantError(t, w.Apply(capped), "Unable to Update Organization", "organizations.billing", "status 400")
	w.MustPlanEmpty(config(acctest.Attrs{"name": "Nova"}))
}

func TestRefusedAtPlan(t *testing.T) {
	t.Parallel()

	for name, c := range map[string]struct {
		attrs acctest.Attrs
		parts []string
	}{
		"no name":       {acctest.Attrs{}, []string{"name"}},
		"a blank name":  {acctest.Attrs{"name": " \t"}, []string{"must not be blank"}},
		"a no-break":    {acctest.Attrs{"name": "\u00a0"}, []string{"must not be blank"}},
		"no width":      {acctest.Attrs{"name": "\u200b"}, []string{"must not be blank"}},
		"a cap below 0": {acctest.Attrs{"name": "x", "max_system_users": -1}, []string{"max_system_users", "at least 0"}},
		"a policy": {
			acctest.Attrs{"name": "x", "deletion_policy": "abandoned"},
			[]string{`"abandoned" is not a deletion policy; did you mean "abandon"?`},
		},
	} {
		w := newWorld(t, simulator.RoleBilling, nil)
		t.Log(name)
		wantError(t, w.Plan(config(c.attrs)).Diags, c.parts...)

		if n := w.Sim.Log().Count("", ""); n > 0 {
			t.Errorf("%s: %d calls", name, n)
		}
	}

	w := newWorld(t, simulator.RoleBilling, nil)

	p := w.Plan(config(acctest.Attrs{
		"name": acctest.Unknown, "max_system_users": acctest.Unknown, "allow_duplicate_name": acctest.Unknown,
		"deletion_policy": acctest.Unknown,
	}))
	if len(p.Diags) > 0 || p.Actions()[nova] != acctest.Create {
		t.Errorf("unknown: %v %s", p.Actions(), p.Diags)
	}
}
