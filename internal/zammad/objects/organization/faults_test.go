// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organization_test

import (
	"fmt"
	"net/http"
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/zammad/objects/organization/organizationsim"
)

// faulty is one fault of one operation and what has to come of it.
type faulty struct {
	fault  sim.Fault
	says   []string // of the one error; nil where there is none
	writes int      // requests of the operation's method
	stored string   // name of the organization that there is afterwards, "" for none
	state  any      // the name in state afterwards, nil where it holds none
}

// faultless is a life of one organization up to the operation under test. Time is virtual:
// waiting between tries takes none.
func faultless(t *testing.T, table map[string]faulty, prepare func(w *world), operation func(w *world) proof.Diagnostics) {
	t.Helper()

	for name, c := range table {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				w := newWorld(t, nil)
				prepare(w)
				w.sim.Log().Reset()

				injected := w.sim.Inject(c.fault)
				d := operation(w)

				if c.says == nil {
					wantNothing(t, d)
				} else {
					wantError(t, d, c.says...)
				}

				if injected.Fired() == 0 {
					t.Error("the fault did not fire")
				}

				injected.Remove()

				stored := ""
				for _, o := range w.stored() {
					stored += fmt.Sprint(o["name"])
				}

				if stored != c.stored || w.core.State(acme)["name"] != c.state || w.core.Tainted(acme) {
					t.Errorf("stored %q, want %q; state has %v, want %v; tainted: %t", stored, c.stored, w.core.State(acme)["name"], c.state, w.core.Tainted(acme))
				}

				if n := w.sim.Log().Count(c.fault.Method, all); n != c.writes {
					t.Errorf("%d requests with %s, want %d", n, c.fault.Method, c.writes)
				}

				// Whatever happened, the next run puts it right.
				w.core.MustApply(named("Acme 3"))
				w.only()
				wantNothing(t, w.core.Destroy())

				if left := w.stored(); len(left) > 0 {
					t.Errorf("left behind: %v", left)
				}
			})
		})
	}
}

func named(name string) proof.Config {
	return config(proof.Attrs{"name": name, "domain": "@Acme.example", "note": "R&D"})
}

const tries = 1 + rest.DefaultMaxRetries

func TestFaultsOfCreate(t *testing.T) {
	t.Parallel()

	faultless(t, map[string]faulty{
		"500":                     {fault: sim.Fault{Method: "POST", Times: 1, Status: 500}, writes: 2, stored: "Acme", state: "Acme"},
		"committed but 500":       {fault: sim.Fault{Method: "POST", Times: 1, Status: 500, After: true}, writes: 1, stored: "Acme", state: "Acme"},
		"503":                     {fault: sim.Fault{Method: "POST", Times: 1, Status: 503}, writes: 2, stored: "Acme", state: "Acme"},
		"committed, then dropped": {fault: sim.Fault{Method: "POST", Times: 1, Drop: true, After: true}, writes: 1, stored: "Acme", state: "Acme"},
		"refused connection":      {fault: sim.Fault{Method: "POST", Times: 1, Refuse: true}, writes: 2, stored: "Acme", state: "Acme"},
		"malformed":               {fault: sim.Fault{Method: "POST", Times: 1, Malformed: true}, writes: 1, stored: "Acme", state: "Acme"},
		"truncated":               {fault: sim.Fault{Method: "POST", Times: 1, Truncated: true}, writes: 1, stored: "Acme", state: "Acme"},
		"without an id":           {fault: sim.Fault{Method: "POST", Times: 1, Status: 201, Body: `{}`, After: true}, writes: 1, stored: "Acme", state: "Acme"},
		"429":                     {fault: sim.Fault{Method: "POST", Times: 3, Status: 429, RetryAfter: "1"}, writes: 4, stored: "Acme", state: "Acme"},
		"403":                     {fault: sim.Fault{Method: "POST", Status: 403}, writes: 1, says: []string{"Unable to Create Organization", "admin.organization", "status 403"}},
		"422": {
			fault: sim.Fault{Method: "POST", Status: 422, Body: `{"error":"Missing required value for field 'x'!"}`}, writes: 1,
			says: []string{"Unable to Create Organization", "Missing required value", "status 422"},
		},
		"500 for ever": {fault: sim.Fault{Method: "POST", Status: 500}, writes: tries, says: []string{"Unable to Create Organization", "status 500"}},
		"429 for ever": {fault: sim.Fault{Method: "POST", Status: 429}, writes: tries, says: []string{"lower requests_per_second", fmt.Sprintf("gave up after %d tries", tries)}},
	}, func(*world) {}, func(w *world) proof.Diagnostics { return w.core.Apply(named("Acme")) })
}

func TestFaultsOfUpdate(t *testing.T) {
	t.Parallel()

	faultless(t, map[string]faulty{
		// A 500 may be the object's own fault; the next run sees what came of it.
		"500":                     {fault: sim.Fault{Method: "PUT", Times: 1, Status: 500}, writes: 1, stored: "Acme", state: "Acme", says: []string{"Unable to Update Organization", "status 500"}},
		"committed but 500":       {fault: sim.Fault{Method: "PUT", Times: 1, Status: 500, After: true}, writes: 1, stored: "Acme 2", state: "Acme", says: []string{"status 500"}},
		"503":                     {fault: sim.Fault{Method: "PUT", Times: 1, Status: 503}, writes: 2, stored: "Acme 2", state: "Acme 2"},
		"committed, then dropped": {fault: sim.Fault{Method: "PUT", Times: 1, Drop: true, After: true}, writes: 2, stored: "Acme 2", state: "Acme 2"},
		"malformed":               {fault: sim.Fault{Method: "PUT", Times: 1, Malformed: true}, writes: 1, stored: "Acme 2", state: "Acme 2"},
		"without a body":          {fault: sim.Fault{Method: "PUT", Times: 1, Status: 200, Body: " ", After: true}, writes: 1, stored: "Acme 2", state: "Acme 2"},
		"429":                     {fault: sim.Fault{Method: "PUT", Times: 2, Status: 429, RetryAfter: "2"}, writes: 3, stored: "Acme 2", state: "Acme 2"},
		"403":                     {fault: sim.Fault{Method: "PUT", Status: 403}, writes: 1, stored: "Acme", state: "Acme", says: []string{"Unable to Update Organization", "permission"}},
		"404":                     {fault: sim.Fault{Method: "PUT", Status: 404}, writes: 1, stored: "Acme", state: "Acme", says: []string{"Unable to Update Organization"}},
	}, func(w *world) { w.core.MustApply(named("Acme")) }, func(w *world) proof.Diagnostics { return w.core.Apply(named("Acme 2")) })
}

func TestFaultsOfDelete(t *testing.T) {
	t.Parallel()

	faultless(t, map[string]faulty{
		"500":                     {fault: sim.Fault{Method: "DELETE", Times: 1, Status: 500}, writes: 2},
		"committed but 500":       {fault: sim.Fault{Method: "DELETE", Times: 1, Status: 500, After: true}, writes: 2},
		"500 for ever":            {fault: sim.Fault{Method: "DELETE", Status: 500}, writes: 2, stored: "Acme", state: "Acme", says: []string{"Unable to Delete Organization", "status 500"}},
		"503":                     {fault: sim.Fault{Method: "DELETE", Times: 1, Status: 503}, writes: 2},
		"committed, then dropped": {fault: sim.Fault{Method: "DELETE", Times: 1, Drop: true, After: true}, writes: 2},
		"malformed":               {fault: sim.Fault{Method: "DELETE", Times: 1, Malformed: true}, writes: 1},
		"429":                     {fault: sim.Fault{Method: "DELETE", Times: 2, Status: 429, RetryAfter: "2"}, writes: 3},
		"403":                     {fault: sim.Fault{Method: "DELETE", Status: 403}, writes: 1, stored: "Acme", state: "Acme", says: []string{"Unable to Delete Organization", "permission"}},
		"404":                     {fault: sim.Fault{Method: "DELETE", Status: 404}, writes: 1, stored: "Acme", state: "Acme", says: []string{"Unable to Delete Organization", "shows it all the same"}},
		"404 of a proxy": {
			fault:  sim.Fault{Method: "DELETE", Status: 404, Body: "404 page not found", Header: map[string]string{"Content-Type": "text/plain"}},
			writes: 1, stored: "Acme", state: "Acme", says: []string{"Unable to Delete Organization", "404 page not found"},
		},
	}, func(w *world) { w.core.MustApply(named("Acme")) }, func(w *world) proof.Diagnostics { return w.core.Destroy() })
}

func TestFaultsOfRead(t *testing.T) {
	t.Parallel()

	faultless(t, map[string]faulty{
		"500":       {fault: sim.Fault{Method: "GET", Times: 1, Status: 500}, writes: 2, stored: "Acme", state: "Acme"},
		"503":       {fault: sim.Fault{Method: "GET", Times: 1, Status: 503}, writes: 2, stored: "Acme", state: "Acme"},
		"dropped":   {fault: sim.Fault{Method: "GET", Times: 1, Drop: true}, writes: 2, stored: "Acme", state: "Acme"},
		"malformed": {fault: sim.Fault{Method: "GET", Times: 1, Malformed: true}, writes: 2, stored: "Acme", state: "Acme"},
		"429":       {fault: sim.Fault{Method: "GET", Times: 2, Status: 429, RetryAfter: "3"}, writes: 3, stored: "Acme", state: "Acme"},
		"403":       {fault: sim.Fault{Method: "GET", Status: 403}, writes: 1, stored: "Acme", state: "Acme", says: []string{"Unable to Read Organization", "permission"}},
		"404":       {fault: sim.Fault{Method: "GET", Pattern: all, Status: 404}, writes: 2, stored: "Acme", state: "Acme"}, // the organization itself is asked for
		"an empty object": {
			fault: sim.Fault{Method: "GET", Status: 200, Body: "{}"}, writes: 1, stored: "Acme", state: "Acme",
			says: []string{"Unable to Read Organization", "may not see", "permission", "status 200"},
		},
		"no credential": {
			fault:  sim.Fault{Method: "GET", Status: 403, Body: `{"error":"Authentication required"}`, Header: map[string]string{"X-Failure": "Authentication required"}},
			writes: 1, stored: "Acme", state: "Acme", says: []string{"Authentication required", "The credential was not accepted"},
		},
		"500 for ever": {fault: sim.Fault{Method: "GET", Status: 500}, writes: tries, stored: "Acme", state: "Acme", says: []string{fmt.Sprintf("gave up after %d tries", tries)}},
		"a page":       {fault: sim.Fault{Method: "GET", HTML: true}, writes: 1, stored: "Acme", state: "Acme", says: []string{"Unable to Read Organization", "check the address"}},
		"a page of 404": {
			fault: sim.Fault{Method: "GET", HTML: true, Status: 404}, writes: 1, stored: "Acme", state: "Acme", says: []string{"a page for browsers"},
		},
		"404 of a proxy": {
			fault:  sim.Fault{Method: "GET", Status: 404, Body: "404 page not found", Header: map[string]string{"Content-Type": "text/plain"}},
			writes: 1, stored: "Acme", state: "Acme", says: []string{"Unable to Read Organization", "404 page not found"},
		},
		"404 without words": {fault: sim.Fault{Method: "GET", Status: 404, Body: " "}, writes: 1, stored: "Acme", state: "Acme", says: []string{"Unable to Read Organization"}},
	}, func(w *world) { w.core.MustApply(named("Acme")) }, func(w *world) proof.Diagnostics { return w.core.Plan(named("Acme")).Diags })
}

// TestGoneOutside: what somebody deleted leaves state with a plan, and a destroy finds it gone.
func TestGoneOutside(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	w.core.MustApply(named("Acme"))

	p := w.core.Plan(proof.Config{})
	w.sim.Store.Docs(organizationsim.Collection, "").Remove(w.id())
	wantNothing(t, p.Apply())

	w.core.MustApply(named("Acme"))
	w.sim.Store.Docs(organizationsim.Collection, "").Remove(w.id())

	if a := w.core.Plan(named("Acme")).Actions()[acme]; a != proof.Create {
		t.Errorf("plans %s, want %s", a, proof.Create)
	}
}

// TestAnotherInstallation: a URL that leads elsewhere empties no state.
func TestAnotherInstallation(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	w.core.MustApply(named("Acme"))
	w.sim.Store.Docs(organizationsim.Collection, "").Remove(w.id())
	w.core.Provider = proof.Attrs{"url": "https://elsewhere.simulator.example"}

	wantError(t, w.core.Plan(named("Acme")).Diags, "Unable to Read Organization", "https://elsewhere.simulator.example", "https://support.simulator.example")
}

// TestLostCreations: of two hundred creations one in ten is committed and answered 500;
// exactly two hundred exist, and one call refreshes them all.
func TestLostCreations(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		const many = 200

		w := newWorld(t, nil)
		all200 := proof.Config{}

		for i := range many {
			all200[fmt.Sprintf("zammad_organization.o%d", i)] = proof.Attrs{"name": fmt.Sprintf("Organization %d", i)}
		}

		lost := w.sim.Inject(sim.Fault{Method: http.MethodPost, Probability: 0.1, Status: 500, After: true})
		wantNothing(t, w.core.Apply(all200))

		if lost.Fired() < many/20 {
			t.Errorf("%d answers were lost", lost.Fired())
		}

		lost.Remove()

		if n := len(w.stored()); n != many {
			t.Errorf("%d organizations exist, want %d", n, many)
		}

		w.sim.Log().Reset()
		w.core.MustPlanEmpty(all200)
		w.wantCalls("GET " + all + " 200")
	})
}

// TestTakenAfterALostAnswer: what was committed and is not listed yet is found by its name
// when the second try is refused.
func TestTakenAfterALostAnswer(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t, nil)
		w.sim.Inject(sim.Fault{Method: http.MethodPost, Times: 1, Status: 500, After: true})
		w.sim.Inject(sim.Fault{Method: http.MethodGet, Times: 3, Status: 200, Body: "[]"})

		wantNothing(t, w.core.Apply(named("Acme")))
		w.only()

		if n := w.sim.Log().Count(http.MethodPost, all); n != 2 {
			t.Errorf("%d POSTs, want two", n)
		}
	})
}

// TestKilled: what a run made before it was killed is not made twice: the next run says how
// to adopt it, and does.
func TestKilled(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	w.core.KillAt(proof.At{Method: http.MethodPost})
	w.core.Apply(named("Acme"))

	if !w.core.Ended() || w.core.State(acme) != nil {
		t.Fatalf("ended: %t, state %v", w.core.Ended(), w.core.State(acme))
	}

	wantError(t, w.core.Apply(named("Acme")), "is taken already", "import {", w.id())

	w.core.Imports = map[string]any{acme: w.id()}
	w.core.MustApply(named("Acme"))
	w.only()
}

// TestInterrupted: a run that is interrupted while it creates keeps what it made in state.
func TestInterrupted(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	w.core.InterruptAt(proof.At{Method: http.MethodPost})
	w.core.Apply(named("Acme"))

	if got := w.core.State(acme)["id"]; !w.core.Ended() || got != w.id() || w.core.Tainted(acme) {
		t.Errorf("ended: %t, state has %v, want %s", w.core.Ended(), got, w.id())
	}

	w.core.MustPlanEmpty(named("Acme"))
}
