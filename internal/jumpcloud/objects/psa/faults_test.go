// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package psa_test

import (
	"net/http"
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa/psasim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// faulty is one fault of one operation and what has to come of it.
type faulty struct {
	fault  sim.Fault
	says   []string // of the one error; nil where there is none
	warns  string
	writes int  // requests of the operation's method
	stored bool // an integration is there afterwards
	secret bool // it holds the rotated secret
	state  bool // it is in state
}

// faultless runs an operation under every fault, for one vendor, since the life cycle is
// the same for all. Time is virtual.
func faultless(t *testing.T, all map[string]faulty, prepare func(w *world, v vendor), operation func(w *world, v vendor) acctest.Diagnostics) {
	t.Helper()

	v := vendors[0]

	for name, c := range all {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				w := newWorld(t, nil)
				prepare(w, v)
				w.Sim.Log().Reset()

				injected := w.Sim.Inject(c.fault)
				d := operation(w, v)

				if c.says != nil {
					wantError(t, d, c.says...)
				} else if len(d.Errors()) > 0 {
					t.Errorf("unexpected:\n%s", d)
				}

				if c.warns != "" {
					wantWarning(t, d, c.warns)
				}

				v.wantSecretless(t, "a diagnostic", d)

				if injected.Fired() == 0 {
					t.Error("the fault did not fire")
				}

				injected.Remove()
				c.check(t, w, v)

				// Whatever happened, the next run puts it right.
				w.MustApply(v.with(v.rotated, 3))

				if w.Only()[v.api] != v.rotated {
					t.Errorf("stored %v", w.Only())
				}

				wantNoError(t, w.Destroy())

				if left := w.Stored(); len(left) > 0 {
					t.Errorf("left behind: %v", left)
				}
			})
		})
	}
}

func (c faulty) check(tb testing.TB, w *world, v vendor) {
	tb.Helper()

	if n := w.Sim.Log().Count(c.fault.Method, c.fault.PathPrefix); n != c.writes {
		tb.Errorf("%d requests with %s, want %d", n, c.fault.Method, c.writes)
	}

	if got := len(w.Stored()) == 1; got != c.stored {
		tb.Errorf("stored %v", w.Stored())
	}

	if c.stored && (w.Only()[v.api] == v.rotated) != c.secret {
		tb.Errorf("stored %v", w.Only())
	}

	if got := w.State(v.integration()); (got != nil) != c.state {
		tb.Errorf("state has %v", got)
	}

	if w.Tainted(v.integration()) {
		tb.Error("tainted")
	}
}

const (
	api   = "/api/v2/"
	tries = 1 + rest.DefaultMaxRetries
)

func TestFaultsOfCreate(t *testing.T) {
	t.Parallel()

	post := func(f sim.Fault) sim.Fault {
		f.Method, f.PathPrefix = "POST", api
		if f.Times == 0 {
			f.Times = 1
		}

		return f
	}

	faultless(t, map[string]faulty{
		"500":                     {fault: post(sim.Fault{Status: 500}), writes: 2, stored: true, state: true},
		"committed but 500":       {fault: post(sim.Fault{Status: 500, After: true}), writes: 1, stored: true, state: true},
		"dropped":                 {fault: post(sim.Fault{Drop: true}), writes: 2, stored: true, state: true},
		"committed, then dropped": {fault: post(sim.Fault{Drop: true, After: true}), writes: 1, stored: true, state: true},
		"malformed":               {fault: post(sim.Fault{Malformed: true}), writes: 1, stored: true, state: true},
		"without an id":           {fault: post(sim.Fault{Status: 201, Body: "{}", After: true}), writes: 1, stored: true, state: true},
		"429":                     {fault: post(sim.Fault{Status: 429, RetryAfter: "1"}), writes: 2, stored: true, state: true},
		"403":                     {fault: post(sim.Fault{Status: 403}), writes: 1, says: []string{"Unable to Create", "check its role"}},
		"404":                     {fault: post(sim.Fault{Status: 404}), writes: 1, says: []string{"Unable to Create", "status 404"}},
		"listing before it fails": {
			fault:  sim.Fault{Method: "GET", Pattern: "/api/v2/providers/{provider_id}/integrations", Status: 403},
			writes: 3, // the provider, the list, and whose key was refused
			says:   []string{"Unable to Create", "status 403"},
		},
	}, func(*world, vendor) {}, func(w *world, v vendor) acctest.Diagnostics { return w.Apply(v.with(v.right, 1)) })
}

// TestUnclearCreate: the answer is lost, and somebody else connects the same account in
// the same moment. Nobody can tell which is ours, so nothing is adopted.
func TestUnclearCreate(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t, map[string]string{"integration-second-of-type": "allow"})
		v := vendors[0]

		older := psasim.AddIntegration(w.Sim.World, w.ProviderID, v.name)
		w.Sim.Inject(sim.Fault{Method: "POST", PathPrefix: api, Times: 1, Drop: true, After: true})

		// What was there before the request is not ours.
		w.MustApply(v.with(v.right, 1))

		if id := w.State(v.integration())["id"]; id == older || id == nil {
			t.Errorf("adopted %v", id)
		}
	})
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t, map[string]string{"integration-second-of-type": "allow"})
		v, twin := vendors[0], ""

		w.Sim.OnExchange(func(x sim.Exchange) {
			if x.Method == http.MethodPost && twin == "" {
				twin = psasim.AddIntegration(w.Sim.World, w.ProviderID, v.name)
			}
		})
		w.Sim.Inject(sim.Fault{Method: "POST", PathPrefix: api, Times: 1, Drop: true, After: true})

		d := w.Apply(v.with(v.right, 1))
		wantError(t, d, "may exist all the same", "import {", twin)

		if len(w.Stored()) != 2 || w.State(v.integration()) != nil {
			t.Errorf("stored %v", w.Stored())
		}
	})
}

// TestReadBackFails: what exists is in state although nothing more is known of it.
func TestReadBackFails(t *testing.T) {
	t.Parallel()

	faultless(t, map[string]faulty{
		"403": {
			fault: sim.Fault{Method: "GET", PathPrefix: "/api/v2/integrations/", Status: 403, Times: 1}, writes: 1, stored: true, state: true,
			warns: "was created and is in state",
		},
	}, func(*world, vendor) {}, func(w *world, v vendor) acctest.Diagnostics { return w.Apply(v.with(v.right, 1)) })
}

func TestFaultsOfRead(t *testing.T) {
	t.Parallel()

	get := func(f sim.Fault) sim.Fault {
		f.Method, f.PathPrefix = "GET", "/api/v2/integrations/"

		return f
	}

	faultless(t, map[string]faulty{
		"500": {
			fault: get(sim.Fault{Status: 500}), writes: tries, stored: true, state: true, says: []string{"Unable to Read", "status 500"},
		},
		"503":       {fault: get(sim.Fault{Status: 503, Times: 1}), writes: 2, stored: true, state: true},
		"malformed": {fault: get(sim.Fault{Malformed: true}), writes: tries, stored: true, state: true, says: []string{"Unable to Read"}},
		"403":       {fault: get(sim.Fault{Status: 403}), writes: 1, stored: true, state: true, says: []string{"Unable to Read", "check its role"}},
	}, func(w *world, v vendor) { w.MustApply(v.with(v.right, 1)) },
		func(w *world, v vendor) acctest.Diagnostics { return w.Plan(v.with(v.right, 1)).Diags })
}

func TestFaultsOfUpdate(t *testing.T) {
	t.Parallel()

	patch := func(f sim.Fault) sim.Fault {
		f.Method, f.PathPrefix = "PATCH", api
		if f.Times == 0 {
			f.Times = 1
		}

		return f
	}
	update := []string{"Unable to Update"}

	faultless(t, map[string]faulty{
		"500":                     {fault: patch(sim.Fault{Status: 500}), writes: 1, stored: true, state: true, says: update},
		"committed but 500":       {fault: patch(sim.Fault{Status: 500, After: true}), writes: 1, stored: true, state: true, secret: true, says: update},
		"dropped":                 {fault: patch(sim.Fault{Drop: true}), writes: 1, stored: true, state: true, says: update},
		"committed, then dropped": {fault: patch(sim.Fault{Drop: true, After: true}), writes: 1, stored: true, state: true, secret: true, says: update},
		"malformed":               {fault: patch(sim.Fault{Malformed: true}), writes: 1, stored: true, state: true, secret: true},
		"429":                     {fault: patch(sim.Fault{Status: 429, RetryAfter: "1"}), writes: 2, stored: true, state: true, secret: true},
		"403":                     {fault: patch(sim.Fault{Status: 403}), writes: 1, stored: true, state: true, says: append(update, "check its role")},
		"404":                     {fault: patch(sim.Fault{Status: 404}), writes: 1, stored: true, state: true, says: update},
	}, func(w *world, v vendor) { w.MustApply(v.with(v.right, 1)) },
		func(w *world, v vendor) acctest.Diagnostics { return w.Apply(v.with(v.rotated, 2)) })
}

func TestFaultsOfDelete(t *testing.T) {
	t.Parallel()

	remove := func(f sim.Fault) sim.Fault {
		f.Method, f.PathPrefix, f.Times = "DELETE", api, 1

		return f
	}
	failed := []string{"Unable to Delete"}

	faultless(t, map[string]faulty{
		"500":                     {fault: remove(sim.Fault{Status: 500}), writes: 2},
		"committed but 500":       {fault: remove(sim.Fault{Status: 500, After: true}), writes: 2},
		"dropped":                 {fault: remove(sim.Fault{Drop: true}), writes: 2},
		"committed, then dropped": {fault: remove(sim.Fault{Drop: true, After: true}), writes: 2},
		"403":                     {fault: remove(sim.Fault{Status: 403}), writes: 1, stored: true, state: true, says: failed},
		"404":                     {fault: remove(sim.Fault{Status: 404, After: true}), writes: 1},
	}, func(w *world, v vendor) { w.MustApply(v.with(v.right, 1)) },
		func(w *world, _ vendor) acctest.Diagnostics { return w.Destroy() })
}
