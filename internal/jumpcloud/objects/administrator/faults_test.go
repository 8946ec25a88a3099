// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package administrator_test

import (
	"fmt"
	"net/http"
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// faulty is one fault of one operation and what has to come of it.
type faulty struct {
	fault sim.Fault
	says  []string // of the one error; nil where there is none
	calls int      // requests with the fault's method
	role  any      // stored afterwards, nil where nobody is
	state any      // the role in state
}

// live runs an operation under each fault, and then sees to it that the next run puts
// everything right. Time is virtual: waiting between tries takes none.
func live(t *testing.T, all map[string]faulty, prepare func(w *world), operation func(w *world) acctest.Diagnostics) {
	t.Helper()

	for name, c := range all {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				w := newWorld(t, nil)
				before := w.Sim.Docs(jumpcloudsim.Administrators, "").Len()
				prepare(w)
				w.Sim.Log().Reset()

				injected := w.Sim.Inject(c.fault)
				d := operation(w)

				if c.says == nil {
					wantNoError(t, d)
				} else {
					wantError(t, d, c.says...)
				}

				if injected.Fired() == 0 {
					t.Error("the fault did not fire")
				}

				injected.Remove()

				var stored any
				if one := w.stored(email); one != nil {
					stored = one["roleName"]
				}

				if stored != c.role || w.State(lee)["role"] != c.state || w.Tainted(lee) {
					t.Errorf("stored %v, want %v; in state %v, want %v", stored, c.role, w.State(lee)["role"], c.state)
				}

				if n := w.Sim.Log().Count(c.fault.Method, ""); c.fault.Method != http.MethodGet && n != c.calls {
					t.Errorf("%d requests with %s, want %d", n, c.fault.Method, c.calls)
				}

				w.MustApply(config(acctest.Attrs{"email": email, "role": "Read Only"}))

				if n := w.Sim.Docs(jumpcloudsim.Administrators, "").Len() - before; n != 1 {
					t.Errorf("%d administrators after all, want 1", n)
				}
			})
		})
	}
}

func desk(w *world) acctest.Diagnostics {
	return w.Apply(config(acctest.Attrs{"email": email, "role": "Help Desk"}))
}

func manager(w *world) acctest.Diagnostics {
	return w.Apply(config(acctest.Attrs{"email": email, "role": "Manager"}))
}

func TestFaultsOfCreate(t *testing.T) {
	t.Parallel()

	const role = "Help Desk"

	live(t, map[string]faulty{
		"500":                     {fault: sim.Fault{Method: "POST", Times: 1, Status: 500}, calls: 2, role: role, state: role},
		"committed but 500":       {fault: sim.Fault{Method: "POST", Times: 1, Status: 500, After: true}, calls: 1, role: role, state: role},
		"dropped":                 {fault: sim.Fault{Method: "POST", Times: 1, Drop: true}, calls: 2, role: role, state: role},
		"committed, then dropped": {fault: sim.Fault{Method: "POST", Times: 1, Drop: true, After: true}, calls: 1, role: role, state: role},
		"malformed":               {fault: sim.Fault{Method: "POST", Times: 1, Malformed: true}, calls: 1, role: role, state: role},
		"403": {
			fault: sim.Fault{Method: "POST", Status: 403}, calls: 1,
			says: []string{"Unable to Create Provider Administrator", "Scopes needed (one of): providers.", `billing with the role "Administrator With Billing"`},
		},
		"404": {fault: sim.Fault{Method: "POST", Status: 404}, calls: 1, says: []string{"Unable to Create Provider Administrator", "status 404"}},
	}, func(*world) {}, desk)
}

func TestFaultsOfUpdate(t *testing.T) {
	t.Parallel()

	const (
		old  = "Help Desk"
		role = "Manager"
	)

	live(t, map[string]faulty{
		"500": {
			fault: sim.Fault{Method: "PUT", Times: 1, Status: 500}, calls: 1, role: old, state: old,
			says: []string{"Unable to Update Provider Administrator", "status 500"},
		},
		"committed but 500": {
			fault: sim.Fault{Method: "PUT", Times: 1, Status: 500, After: true}, calls: 1, role: role, state: old,
			says: []string{"Unable to Update Provider Administrator", "status 500"},
		},
		"dropped":                 {fault: sim.Fault{Method: "PUT", Times: 1, Drop: true}, calls: 2, role: role, state: role},
		"committed, then dropped": {fault: sim.Fault{Method: "PUT", Times: 1, Drop: true, After: true}, calls: 2, role: role, state: role},
		"malformed":               {fault: sim.Fault{Method: "PUT", Times: 1, Malformed: true}, calls: 1, role: role, state: role},
		"403": {
			fault: sim.Fault{Method: "PUT", Status: 403}, calls: 1, role: old, state: old,
			says: []string{"Unable to Update Provider Administrator", "Scopes needed (one of): administrators."},
		},
		"404": {
			fault: sim.Fault{Method: "PUT", Status: 404}, calls: 1, role: old, state: old,
			says: []string{"Unable to Update Provider Administrator", "status 404"},
		},
	}, func(w *world) { desk(w) }, manager)
}

func TestFaultsOfDelete(t *testing.T) {
	t.Parallel()

	const role = "Help Desk"

	live(t, map[string]faulty{
		"500": {fault: sim.Fault{Method: "DELETE", Times: 1, Status: 500}, calls: 2},
		"500 for ever": {
			fault: sim.Fault{Method: "DELETE", Status: 500}, calls: 2, role: role, state: role,
			says: []string{"Unable to Delete Provider Administrator", "status 500"},
		},
		"dropped":                 {fault: sim.Fault{Method: "DELETE", Times: 1, Drop: true}, calls: 2},
		"committed, then dropped": {fault: sim.Fault{Method: "DELETE", Times: 1, Drop: true, After: true}, calls: 2},
		"malformed":               {fault: sim.Fault{Method: "DELETE", Times: 1, Malformed: true}, calls: 1},
		"403": {
			fault: sim.Fault{Method: "DELETE", Status: 403}, calls: 1, role: role, state: role,
			says: []string{"Unable to Delete Provider Administrator", "Scopes needed (one of): providers."},
		},
	}, func(w *world) { desk(w) }, func(w *world) acctest.Diagnostics { return w.Destroy() })
}

func TestFaultsOfRead(t *testing.T) {
	t.Parallel()

	const role = "Help Desk"

	listing := func(f sim.Fault) sim.Fault {
		f.Method, f.Pattern = "GET", "/api/v2/providers/{provider_id}/administrators"

		return f
	}

	live(t, map[string]faulty{
		"500":       {fault: listing(sim.Fault{Times: 1, Status: 500}), role: role, state: role},
		"dropped":   {fault: listing(sim.Fault{Times: 1, Drop: true}), role: role, state: role},
		"malformed": {fault: listing(sim.Fault{Times: 1, Malformed: true}), role: role, state: role},
		"403": {
			fault: listing(sim.Fault{Status: 403}), role: role, state: role,
			says: []string{"Unable to Read Provider Administrator", "commandrunner.legacy, providers, providers.readonly"},
		},
		"404": {
			fault: listing(sim.Fault{Method: "GET", Status: 500}), role: role, state: role,
			says: []string{"Unable to Read Provider Administrator", fmt.Sprintf("gave up after %d tries", 1+rest.DefaultMaxRetries)},
		},
	}, func(w *world) { desk(w) }, func(w *world) acctest.Diagnostics {
		return w.Plan(config(acctest.Attrs{"email": email, "role": role})).Diags
	})
}

// TestFaultsOfLink: an edge can be looked for and may be sent twice.
func TestFaultsOfLink(t *testing.T) {
	t.Parallel()

	for name, f := range map[string]sim.Fault{
		"500": {Status: 500}, "committed but 500": {Status: 500, After: true}, "dropped": {Drop: true},
		"committed, then dropped": {Drop: true, After: true}, "malformed": {Malformed: true}, "429": {Status: 429, RetryAfter: "1"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				w := newWorld(t, nil)
				w.Sim.AddKey(email, jumpcloudsim.Access{ProviderID: w.ProviderID, Role: "Help Desk"}, "")
				config := acctest.Config{link: {"administrator_id": w.id(email), "organization_id": w.org(simulator.AcmeInc)}}

				f.Method, f.Times = "POST", 1
				w.Sim.Inject(f)
				w.MustApply(config)

				if got, _ := w.stored(email)["organizations"].([]any); len(got) != 1 {
					t.Errorf("links %v", got)
				}

				if f.Status == 500 {
					f.Status = 502 // which is repeated
				}

				f.Method = "DELETE"
				w.Sim.Inject(f)
				wantNoError(t, w.Destroy())

				if got, _ := w.stored(email)["organizations"].([]any); len(got) != 0 {
					t.Errorf("links %v", got)
				}
			})
		})
	}

	w := newWorld(t, nil)
	config := acctest.Config{link: {"administrator_id": w.id(simulator.RoleLimited), "organization_id": w.org(simulator.Initech)}}
	in := w.Sim.Inject(sim.Fault{Method: "POST", Status: 403})
	wantError(t, w.Apply(config), "Unable to Create Administrator Organization Link", "Scopes needed (one of): administrators.")
	in.Remove()
	w.MustApply(config)
}
