// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organization_test

import (
	"fmt"
	"net/http"
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin/bindplanesim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// faulty is one fault of one operation and what has to come of it.
type faulty struct {
	fault  sim.Fault
	says   []string // of the one error; nil where there is none
	calls  int      // requests of the operation's method
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
					wantDone(t, d)
				} else {
					wantError(t, d, c.says...)
				}

				if injected.Fired() == 0 {
					t.Error("the fault did not fire")
				}

				injected.Remove()

				stored := ""
				for _, o := range w.stored() {
					stored += bindplanesim.Metadata(o, "displayName")
				}

				if stored != c.stored || w.core.State(acme)["display_name"] != c.state || w.core.Tainted(acme) {
					t.Errorf("stored %q, want %q; state has %v, want %v; tainted: %t",
						stored, c.stored, w.core.State(acme)["display_name"], c.state, w.core.Tainted(acme))
				}

				if n := w.sim.Log().Count(c.fault.Method, all); n != c.calls {
					t.Errorf("%d requests with %s, want %d", n, c.fault.Method, c.calls)
				}

				// Whatever happened, the next run puts it right.
				w.core.MustApply(named("Acme 3"))
				w.id()
				wantDone(t, w.core.Destroy())

				if left := w.stored(); len(left) > 0 {
					t.Errorf("left behind: %v", left)
				}
			})
		})
	}
}

const tries = 1 + rest.DefaultMaxRetries

func TestFaultsOfCreate(t *testing.T) {
	t.Parallel()

	faultless(t, map[string]faulty{
		"500":                     {fault: sim.Fault{Method: "POST", Times: 1, Status: 500}, calls: 2, stored: "Acme", state: "Acme"},
		"committed but 500":       {fault: sim.Fault{Method: "POST", Times: 1, Status: 500, After: true}, calls: 1, stored: "Acme", state: "Acme"},
		"503":                     {fault: sim.Fault{Method: "POST", Times: 1, Status: 503}, calls: 2, stored: "Acme", state: "Acme"},
		"committed, then dropped": {fault: sim.Fault{Method: "POST", Times: 1, Drop: true, After: true}, calls: 1, stored: "Acme", state: "Acme"},
		"refused connection":      {fault: sim.Fault{Method: "POST", Times: 1, Refuse: true}, calls: 2, stored: "Acme", state: "Acme"},
		"malformed":               {fault: sim.Fault{Method: "POST", Times: 1, Malformed: true}, calls: 1, stored: "Acme", state: "Acme"},
		"truncated":               {fault: sim.Fault{Method: "POST", Times: 1, Truncated: true}, calls: 1, stored: "Acme", state: "Acme"},
		"without an id":           {fault: sim.Fault{Method: "POST", Times: 1, Status: 200, Body: `{}`, After: true}, calls: 1, stored: "Acme", state: "Acme"},
		"429":                     {fault: sim.Fault{Method: "POST", Times: 3, Status: 429, RetryAfter: "1"}, calls: 4, stored: "Acme", state: "Acme"},
		"403":                     {fault: sim.Fault{Method: "POST", Status: 403}, calls: 1, says: []string{"Unable to Create Organization", "Organization Admin", "status 403"}},
		"404": {
			fault: sim.Fault{Method: "POST", Status: 404, Body: `{"errors":["Failed to create organization or project"]}`}, calls: 1,
			says: []string{"Unable to Create Organization", "Failed to create organization or project", "status 404"},
		},
		"500 for ever": {fault: sim.Fault{Method: "POST", Status: 500}, calls: tries, says: []string{"Unable to Create Organization", "status 500"}},
		"429 for ever": {fault: sim.Fault{Method: "POST", Status: 429}, calls: tries, says: []string{"lower requests_per_second", fmt.Sprintf("gave up after %d tries", tries)}},
	}, func(*world) {}, func(w *world) proof.Diagnostics { return w.core.Apply(named("Acme")) })
}

func TestFaultsOfRename(t *testing.T) {
	t.Parallel()

	faultless(t, map[string]faulty{
		"500":                     {fault: sim.Fault{Method: "PATCH", Times: 1, Status: 500}, calls: 2, stored: "Acme 2", state: "Acme 2"},
		"committed but 500":       {fault: sim.Fault{Method: "PATCH", Times: 1, Status: 500, After: true}, calls: 1, stored: "Acme 2", state: "Acme 2"},
		"503":                     {fault: sim.Fault{Method: "PATCH", Times: 1, Status: 503}, calls: 2, stored: "Acme 2", state: "Acme 2"},
		"committed, then dropped": {fault: sim.Fault{Method: "PATCH", Times: 1, Drop: true, After: true}, calls: 1, stored: "Acme 2", state: "Acme 2"},
		"with a body":             {fault: sim.Fault{Method: "PATCH", Times: 1, Status: 200, Body: "renamed", After: true}, calls: 1, stored: "Acme 2", state: "Acme 2"},
		"429":                     {fault: sim.Fault{Method: "PATCH", Times: 2, Status: 429, RetryAfter: "2"}, calls: 3, stored: "Acme 2", state: "Acme 2"},
		"500 for ever":            {fault: sim.Fault{Method: "PATCH", Status: 500}, calls: tries, stored: "Acme", state: "Acme", says: []string{"Unable to Update Organization", "status 500"}},
		"403":                     {fault: sim.Fault{Method: "PATCH", Status: 403}, calls: 1, stored: "Acme", state: "Acme", says: []string{"Unable to Update Organization", "Organization Admin"}},
		"404":                     {fault: sim.Fault{Method: "PATCH", Status: 404}, calls: 1, stored: "Acme", state: "Acme", says: []string{"Unable to Update Organization"}},
	}, func(w *world) { w.core.MustApply(named("Acme")) }, func(w *world) proof.Diagnostics { return w.core.Apply(named("Acme 2")) })
}

func TestFaultsOfDelete(t *testing.T) {
	t.Parallel()

	faultless(t, map[string]faulty{
		"500":                     {fault: sim.Fault{Method: "DELETE", Times: 1, Status: 500}, calls: 2},
		"committed but 500":       {fault: sim.Fault{Method: "DELETE", Times: 1, Status: 500, After: true}, calls: 2},
		"500 for ever":            {fault: sim.Fault{Method: "DELETE", Status: 500}, calls: 2, stored: "Acme", state: "Acme", says: []string{"Unable to Delete Organization", "status 500"}},
		"503":                     {fault: sim.Fault{Method: "DELETE", Times: 1, Status: 503}, calls: 2},
		"committed, then dropped": {fault: sim.Fault{Method: "DELETE", Times: 1, Drop: true, After: true}, calls: 2},
		"429":                     {fault: sim.Fault{Method: "DELETE", Times: 2, Status: 429, RetryAfter: "2"}, calls: 3},
		"403":                     {fault: sim.Fault{Method: "DELETE", Status: 403}, calls: 1, stored: "Acme", state: "Acme", says: []string{"Unable to Delete Organization", "Organization Admin"}},
		"404":                     {fault: sim.Fault{Method: "DELETE", Status: 404}, calls: 1, stored: "Acme", state: "Acme", says: []string{"Unable to Delete Organization", "shows it all the same"}},
		"404 of a proxy": {
			fault: sim.Fault{Method: "DELETE", Status: 404, Body: "404 page not found", Header: map[string]string{"Content-Type": "text/plain"}},
			calls: 1, stored: "Acme", state: "Acme", says: []string{"Unable to Delete Organization", "404 page not found"},
		},
	}, func(w *world) { w.core.MustApply(named("Acme")) }, func(w *world) proof.Diagnostics { return w.core.Destroy() })
}

func TestFaultsOfRead(t *testing.T) {
	t.Parallel()

	const sound = `the list cannot be relied on`

	faultless(t, map[string]faulty{
		"500":       {fault: sim.Fault{Method: "GET", Times: 1, Status: 500}, calls: 3, stored: "Acme", state: "Acme"},
		"503":       {fault: sim.Fault{Method: "GET", Pattern: projects, Times: 1, Status: 503}, calls: 3, stored: "Acme", state: "Acme"},
		"dropped":   {fault: sim.Fault{Method: "GET", Times: 1, Drop: true}, calls: 3, stored: "Acme", state: "Acme"},
		"malformed": {fault: sim.Fault{Method: "GET", Times: 1, Malformed: true}, calls: 3, stored: "Acme", state: "Acme"},
		"429":       {fault: sim.Fault{Method: "GET", Times: 2, Status: 429, RetryAfter: "3"}, calls: 4, stored: "Acme", state: "Acme"},
		"403":       {fault: sim.Fault{Method: "GET", Status: 403}, calls: 1, stored: "Acme", state: "Acme", says: []string{"Unable to Read Organization", "Organization Admin"}},
		"401":       {fault: sim.Fault{Method: "GET", Status: 401}, calls: 1, stored: "Acme", state: "Acme", says: []string{"The credential was not accepted"}},
		"null":      {fault: sim.Fault{Method: "GET", Pattern: all, Status: 200, Body: `{"organizations":null}`}, calls: 2, stored: "Acme", state: "Acme", says: []string{sound}},
		"once null": {fault: sim.Fault{Method: "GET", Pattern: all, Times: 1, Status: 200, Body: `{"organizations":null}`}, calls: 3, stored: "Acme", state: "Acme"},
		"no list":   {fault: sim.Fault{Method: "GET", Pattern: all, Status: 200, Body: `{}`}, calls: 1, stored: "Acme", state: "Acme", says: []string{"not of the documented shape"}},
		"without ids": {
			fault: sim.Fault{Method: "GET", Pattern: all, Status: 200, Body: `{"organizations":[{"metadata":{}}]}`}, calls: 2, stored: "Acme", state: "Acme",
			says: []string{sound, "no id"},
		},
		"empty once": {fault: sim.Fault{Method: "GET", Pattern: all, Times: 1, Status: 200, Body: `{"organizations":[]}`}, calls: 3, stored: "Acme", state: "Acme"},
		"no projects": {
			fault: sim.Fault{Method: "GET", Pattern: projects, Status: 200, Body: `{}`}, calls: 2, stored: "Acme", state: "Acme",
			says: []string{"Unable to Read Organization", "cannot be relied on"},
		},
		"500 for ever": {fault: sim.Fault{Method: "GET", Status: 500}, calls: tries, stored: "Acme", state: "Acme", says: []string{fmt.Sprintf("gave up after %d tries", tries)}},
		"a page":       {fault: sim.Fault{Method: "GET", HTML: true}, calls: 1, stored: "Acme", state: "Acme", says: []string{"Unable to Read Organization", "check the address"}},
		"a page of 404": {
			fault: sim.Fault{Method: "GET", HTML: true, Status: 404}, calls: 1, stored: "Acme", state: "Acme", says: []string{"a page for browsers"},
		},
		"404 of a proxy": {
			fault: sim.Fault{Method: "GET", Status: 404, Body: "404 page not found", Header: map[string]string{"Content-Type": "text/plain"}},
			calls: 1, stored: "Acme", state: "Acme", says: []string{"Unable to Read Organization", "404 page not found"},
		},
		"404 of lists": {fault: sim.Fault{Method: "GET", Pattern: projects, Status: 404}, calls: 3, stored: "Acme", state: "Acme"}, // an older server
	}, func(w *world) { w.core.MustApply(named("Acme")) }, func(w *world) proof.Diagnostics { return w.core.Plan(named("Acme")).Diags })
}

// TestGoneOutside: what somebody deleted leaves state after two looks, and a destroy finds it gone.
func TestGoneOutside(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	w.core.MustApply(named("Acme"))

	p := w.core.Plan(proof.Config{})
	w.sim.Store.Docs(bindplanesim.Organizations, "").Remove(w.id())
	wantDone(t, p.Apply())

	w.core.MustApply(named("Acme"))
	w.sim.Store.Docs(bindplanesim.Organizations, "").Remove(w.id())
	w.sim.Log().Reset()

	if a := w.core.Plan(named("Acme")).Actions()[acme]; a != proof.Create {
		t.Errorf("plans %s, want %s", a, proof.Create)
	}

	// Two lists and the name, and the list of the twins.
	w.wantCalls("GET "+all+" 200", "GET "+all+" 200", "GET /v1/organizations/{name} 404", "GET "+all+" 200")
}

// TestDeletedWhateverIsAnswered: a deletion whose answer was lost is repeated, and what it is
// answered where there is nothing any more is no matter.
func TestDeletedWhateverIsAnswered(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t, map[string]string{"missing-status": "400"})
		w.core.MustApply(named("Acme"))
		w.sim.Inject(sim.Fault{Method: http.MethodDelete, Times: 1, Drop: true, After: true})
		wantDone(t, w.core.Destroy())

		if n := w.sim.Log().Count(http.MethodDelete, all); n != 2 || len(w.stored()) != 0 {
			t.Errorf("%d deletions, want two; left %v", n, w.stored())
		}
	})
}

// TestOutOfReach: who does not belong to an organization any more does not see it in the
// list; where its name shows that it is there, state keeps it.
func TestOutOfReach(t *testing.T) {
	t.Parallel()

	for how, part := range map[string]string{"anybody": "does not belong to it", "forbidden": "permission denied"} {
		w := newWorld(t, map[string]string{"organization-by-name": how})
		w.core.MustApply(named("Acme"))
		w.change(simulator.RoleAdmin, func(u *bindplanesim.User) { u.Organizations = u.Organizations[:1] })

		wantError(t, w.core.Plan(named("Acme")).Diags, "Unable to Read Organization", part)

		if w.core.State(acme) == nil {
			t.Errorf("%s: it left state", how)
		}
	}

	// Another server is no proof either.
	w := newWorld(t, nil)
	w.core.MustApply(named("Acme"))
	w.sim.Store.Docs(bindplanesim.Organizations, "").Remove(w.id())
	w.core.Provider = proof.Attrs{"url": "https://elsewhere.simulator.example"}
	wantError(t, w.core.Plan(named("Acme")).Diags, "https://elsewhere.simulator.example", "https://bindplane.simulator.example")
}
