// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organization_test

import (
	"fmt"
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// faulty is one fault of one operation and what has to come of it.
type faulty struct {
	fault  sim.Fault
	says   []string // of the one error; nil where there is none
	calls  int      // requests with the fault's method for organizations
	stored string   // name of the organization that there is afterwards, "" for none
	state  any      // the name in state afterwards, nil where it holds none
}

// live runs an operation under each fault, and then sees to it that the next run puts
// everything right. Time is virtual: waiting between tries takes none.
func live(t *testing.T, all map[string]faulty, prepare func(w *world), operation func(w *world) acctest.Diagnostics) {
	t.Helper()

	for name, c := range all {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				w := newWorld(t, simulator.RoleBilling, nil)
				others := w.Sim.Organizations(w.ProviderID).Len()
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

				if n := w.Sim.Organizations(w.ProviderID).Len() - others; c.stored == "" && n != 0 || c.stored != "" && n != 1 {
					t.Errorf("%d organizations, want %q", n, c.stored)
				}

				if c.stored != "" {
					w.one(c.stored)
				}

				if got := w.State(nova)["name"]; got != c.state || w.Tainted(nova) {
					t.Errorf("state has %v (tainted: %v), want %v", got, w.Tainted(nova), c.state)
				}

				if n := w.Sim.Log().Count(c.fault.Method, providers+"/"); n != c.calls {
					t.Errorf("%d requests with %s, want %d", n, c.fault.Method, c.calls)
				}

				w.MustApply(config(acctest.Attrs{"name": "Nova 3"}))
				w.one("Nova 3")

				if n := w.Sim.Organizations(w.ProviderID).Len() - others; n != 1 {
					t.Errorf("%d organizations after all, want 1", n)
				}
			})
		})
	}
}

func TestFaultsOfCreate(t *testing.T) {
	t.Parallel()

	live(t, map[string]faulty{
		"500":                     {fault: sim.Fault{Method: "POST", Times: 1, Status: 500}, calls: 2, stored: "Nova", state: "Nova"},
		"committed but 500":       {fault: sim.Fault{Method: "POST", Times: 1, Status: 500, After: true}, calls: 1, stored: "Nova", state: "Nova"},
		"dropped":                 {fault: sim.Fault{Method: "POST", Times: 1, Drop: true}, calls: 2, stored: "Nova", state: "Nova"},
		"committed, then dropped": {fault: sim.Fault{Method: "POST", Times: 1, Drop: true, After: true}, calls: 1, stored: "Nova", state: "Nova"},
		"malformed":               {fault: sim.Fault{Method: "POST", Times: 1, Malformed: true}, calls: 1, stored: "Nova", state: "Nova"},
		"429":                     {fault: sim.Fault{Method: "POST", Times: 2, Status: 429, RetryAfter: "1"}, calls: 3, stored: "Nova", state: "Nova"},
		"403": {
			fault: sim.Fault{Method: "POST", Status: 403}, calls: 1,
			says: []string{"Unable to Create Organization", "check its role", "status 403"},
		},
		"404": {fault: sim.Fault{Method: "POST", Status: 404}, calls: 1, says: []string{"Unable to Create Organization", "status 404"}},
		"500 for ever": {
			fault: sim.Fault{Method: "POST", Status: 500}, calls: 1 + rest.DefaultMaxRetries, says: []string{"Unable to Create Organization", "status 500"},
		},
	}, func(*world) {}, func(w *world) acctest.Diagnostics { return w.Apply(config(acctest.Attrs{"name": "Nova"})) })
}

func TestFaultsOfUpdate(t *testing.T) {
	t.Parallel()

	live(t, map[string]faulty{
		"500": {
			fault: sim.Fault{Method: "PUT", Times: 1, Status: 500}, calls: 1, stored: "Nova", state: "Nova",
			says: []string{"Unable to Update Organization", "status 500"},
		},
		"committed but 500": {
			fault: sim.Fault{Method: "PUT", Times: 1, Status: 500, After: true}, calls: 1, stored: "Nova 2", state: "Nova",
			says: []string{"Unable to Update Organization", "status 500"},
		},
		"dropped":                 {fault: sim.Fault{Method: "PUT", Times: 1, Drop: true}, calls: 2, stored: "Nova 2", state: "Nova 2"},
		"committed, then dropped": {fault: sim.Fault{Method: "PUT", Times: 1, Drop: true, After: true}, calls: 2, stored: "Nova 2", state: "Nova 2"},
		"malformed":               {fault: sim.Fault{Method: "PUT", Times: 1, Malformed: true}, calls: 1, stored: "Nova 2", state: "Nova 2"},
		"429":                     {fault: sim.Fault{Method: "PUT", Times: 2, Status: 429, RetryAfter: "2"}, calls: 3, stored: "Nova 2", state: "Nova 2"},
		"403": {
			fault: sim.Fault{Method: "PUT", Status: 403}, calls: 1, stored: "Nova", state: "Nova",
			says: []string{"Unable to Update Organization", "check its role"},
		},
		"404": {
			fault: sim.Fault{Method: "PUT", Status: 404}, calls: 1, stored: "Nova", state: "Nova",
			says: []string{"Unable to Update Organization", "status 404"},
		},
	}, func(w *world) { w.MustApply(config(acctest.Attrs{"name": "Nova"})) },
		func(w *world) acctest.Diagnostics { return w.Apply(config(acctest.Attrs{"name": "Nova 2"})) })
}

func TestFaultsOfRead(t *testing.T) {
	t.Parallel()

	listing := func(f sim.Fault) sim.Fault {
		f.Method, f.PathPrefix = "GET", providers+"/"

		return f
	}

	live(t, map[string]faulty{
		"500":       {fault: listing(sim.Fault{Times: 1, Status: 500}), calls: 2, stored: "Nova", state: "Nova"},
		"dropped":   {fault: listing(sim.Fault{Times: 1, Drop: true}), calls: 2, stored: "Nova", state: "Nova"},
		"malformed": {fault: listing(sim.Fault{Times: 1, Malformed: true}), calls: 2, stored: "Nova", state: "Nova"},
		"429":       {fault: listing(sim.Fault{Times: 2, Status: 429, RetryAfter: "3"}), calls: 3, stored: "Nova", state: "Nova"},
		"403": {
			fault: listing(sim.Fault{Status: 403}), calls: 1, stored: "Nova", state: "Nova",
			says: []string{"Unable to Read Organization", "check its role"},
		},
		"500 for ever": {
			fault: listing(sim.Fault{Status: 500}), calls: 1 + rest.DefaultMaxRetries, stored: "Nova", state: "Nova",
			says: []string{"Unable to Read Organization", fmt.Sprintf("gave up after %d tries", 1+rest.DefaultMaxRetries)},
		},
		"no provider": {
			fault: sim.Fault{Method: "GET", Pattern: providers, Status: 403}, calls: 0, stored: "Nova", state: "Nova",
			says: []string{"Unable to Read Organization", "Administrator With Billing"},
		},
	}, func(w *world) { w.MustApply(config(acctest.Attrs{"name": "Nova"})) },
		func(w *world) acctest.Diagnostics { return w.Plan(config(acctest.Attrs{"name": "Nova"})).Diags })
}
