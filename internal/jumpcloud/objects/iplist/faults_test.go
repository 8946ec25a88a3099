// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package iplist_test

import (
	"fmt"
	"net/http"
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/iplist/iplistsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// faulty is one fault of one operation and what has to come of it.
type faulty struct {
	fault  sim.Fault
	says   []string // of the one error; nil where there is none
	writes int      // requests of the operation's method
	calls  int      // all calls for IP lists while it was at work, 0: not checked
	stored []string // names of the IP lists that there are afterwards
	state  any      // the name in state afterwards, nil where it holds none
}

// faultless is a life of one IP list, "Office", up to the operation under test. Time is
// virtual: waiting between tries takes none.
func faultless(t *testing.T, all map[string]faulty, prepare func(w *world), operation func(w *world, c faulty) acctest.Diagnostics) {
	t.Helper()

	for name, c := range all {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				w := newWorld(t, nil)
				prepare(w)
				w.Sim.Log().Reset()

				injected := w.Sim.Inject(c.fault)
				d := operation(w, c)

				if c.says == nil {
					wantNoError(t, d)
				} else {
					wantError(t, d, c.says...)
				}

				if injected.Fired() == 0 {
					t.Error("the fault did not fire")
				}

				injected.Remove()

				names := []string{}
				for _, l := range w.Stored() {
					names = append(names, l["name"].(string)) //nolint:forcetypeassert // a wrong type fails the test
				}

				if len(names) != len(c.stored) || len(names) == 1 && names[0] != c.stored[0] {
					t.Errorf("stored %q, want %q", names, c.stored)
				}

				if got := w.State(office)["name"]; got != c.state {
					t.Errorf("state has %v, want %v", got, c.state)
				}

				if w.Tainted(office) {
					t.Error("tainted")
				}

				if n := w.Sim.Log().Count(c.fault.Method, lists); n != c.writes {
					t.Errorf("%d requests with %s, want %d", n, c.fault.Method, c.writes)
				}

				if n := w.Sim.Log().Count("", lists); c.calls > 0 && n != c.calls {
					t.Errorf("%d calls, want %d", n, c.calls)
				}

				// Whatever happened, the next run puts it right.
				w.MustApply(w.office("Office 3"))
				w.Only()
				wantNoError(t, w.Destroy())

				if left := w.Stored(); len(left) > 0 {
					t.Errorf("left behind: %v", left)
				}
			})
		})
	}
}

func (w *world) office(name string) acctest.Config {
	return w.Config(acctest.Attrs{"name": name, "ips": []any{"10.0.0.1"}})
}

func TestFaultsOfCreate(t *testing.T) {
	t.Parallel()

	const tries = 1 + rest.DefaultMaxRetries

	made, none := []string{"Office"}, []string{}

	faultless(t, map[string]faulty{
		"500":               {fault: sim.Fault{Method: "POST", Times: 1, Status: 500}, writes: 2, calls: 5, stored: made, state: "Office"},
		"committed but 500": {fault: sim.Fault{Method: "POST", Times: 1, Status: 500, After: true}, writes: 1, calls: 4, stored: made, state: "Office"},
		"503":               {fault: sim.Fault{Method: "POST", Times: 1, Status: 503}, writes: 2, stored: made, state: "Office"},
		"dropped":           {fault: sim.Fault{Method: "POST", Times: 1, Drop: true}, writes: 2, stored: made, state: "Office"},
		"committed, then dropped": {
			fault: sim.Fault{Method: "POST", Times: 1, Drop: true, After: true}, writes: 1, calls: 4, stored: made, state: "Office",
		},
		"refused connection": {fault: sim.Fault{Method: "POST", Times: 1, Refuse: true}, writes: 2, calls: 4, stored: made, state: "Office"},
		"malformed":          {fault: sim.Fault{Method: "POST", Times: 1, Malformed: true}, writes: 1, calls: 4, stored: made, state: "Office"},
		"truncated":          {fault: sim.Fault{Method: "POST", Times: 1, Truncated: true}, writes: 1, calls: 4, stored: made, state: "Office"},
		"without an id": {
			fault: sim.Fault{Method: "POST", Times: 1, Status: 201, Body: `{"name":"Office"}`, After: true}, writes: 1, stored: made, state: "Office",
		},
		"429": {fault: sim.Fault{Method: "POST", Times: 3, Status: 429, RetryAfter: "1"}, writes: 4, calls: 6, stored: made, state: "Office"},
		"403": {
			fault: sim.Fault{Method: "POST", Status: 403}, writes: 1, calls: 3, stored: none,
			says: []string{"Unable to Create IP List", "Acme Inc", "check its role", "status 403"},
		},
		"404": {
			fault: sim.Fault{Method: "POST", Status: 404}, writes: 1, calls: 3, stored: none,
			says: []string{"Unable to Create IP List", "status 404"},
		},
		"500 for ever": {
			fault: sim.Fault{Method: "POST", Status: 500}, writes: tries, stored: none,
			says: []string{"Unable to Create IP List", "status 500"},
		},
		"429 for ever": {
			fault: sim.Fault{Method: "POST", Status: 429}, writes: tries, calls: tries + 2, stored: none,
			says: []string{"Unable to Create IP List", "lower requests_per_second", fmt.Sprintf("gave up after %d tries", 1+rest.DefaultMaxRetries)},
		},
	}, func(*world) {}, func(w *world, _ faulty) acctest.Diagnostics { return w.Apply(w.office("Office")) })
}

func TestFaultsOfUpdate(t *testing.T) {
	t.Parallel()

	before, after := []string{"Office"}, []string{"Office 2"}

	// What PATCH leaves unclear a PUT of the whole settles.
	faultless(t, map[string]faulty{
		"500":               {fault: sim.Fault{Method: "PATCH", Times: 1, Status: 500}, writes: 1, stored: after, state: "Office 2"},
		"committed but 500": {fault: sim.Fault{Method: "PATCH", Times: 1, Status: 500, After: true}, writes: 1, stored: after, state: "Office 2"},
		"503":               {fault: sim.Fault{Method: "PATCH", Times: 1, Status: 503}, writes: 1, stored: after, state: "Office 2"},
		"dropped":           {fault: sim.Fault{Method: "PATCH", Times: 1, Drop: true}, writes: 1, stored: after, state: "Office 2"},
		"committed, then dropped": {
			fault: sim.Fault{Method: "PATCH", Times: 1, Drop: true, After: true}, writes: 1, stored: after, state: "Office 2",
		},
		"malformed": {fault: sim.Fault{Method: "PATCH", Times: 1, Malformed: true}, writes: 1, calls: 5, stored: after, state: "Office 2"},
		"429":       {fault: sim.Fault{Method: "PATCH", Times: 2, Status: 429, RetryAfter: "2"}, writes: 3, stored: after, state: "Office 2"},
		"403": {
			fault: sim.Fault{Method: "PATCH", Status: 403}, writes: 1, stored: before, state: "Office",
			says: []string{"Unable to Update IP List", "check its role"},
		},
		"404": {
			fault: sim.Fault{Method: "PATCH", Status: 404}, writes: 1, stored: before, state: "Office",
			says: []string{"Unable to Update IP List", "within one organization only"},
		},
		"500 for PUT too": {
			fault:  sim.Fault{Match: func(r *http.Request) bool { return r.Method == http.MethodPatch || r.Method == http.MethodPut }, Status: 500},
			writes: 5, stored: before, state: "Office", says: []string{"Unable to Update IP List", "status 500"}, // with the refresh, and a look for the name in each process
		},
	}, func(w *world) { w.MustApply(w.office("Office")) },
		func(w *world, _ faulty) acctest.Diagnostics { return w.Apply(w.office("Office 2")) })
}

func TestFaultsOfDelete(t *testing.T) {
	t.Parallel()

	there, gone := []string{"Office"}, []string{}

	faultless(t, map[string]faulty{
		"500":               {fault: sim.Fault{Method: "DELETE", Times: 1, Status: 500}, writes: 2, stored: gone},
		"committed but 500": {fault: sim.Fault{Method: "DELETE", Times: 1, Status: 500, After: true}, writes: 2, stored: gone},
		"500 for ever": {
			fault: sim.Fault{Method: "DELETE", Status: 500}, writes: 2, stored: there, state: "Office",
			says: []string{"Unable to Delete IP List", "status 500"},
		},
		"503":     {fault: sim.Fault{Method: "DELETE", Times: 1, Status: 503}, writes: 2, stored: gone},
		"dropped": {fault: sim.Fault{Method: "DELETE", Times: 1, Drop: true}, writes: 2, stored: gone},
		// The second try finds nothing: that is what was wanted.
		"committed, then dropped": {fault: sim.Fault{Method: "DELETE", Times: 1, Drop: true, After: true}, writes: 2, stored: gone},
		"malformed":               {fault: sim.Fault{Method: "DELETE", Times: 1, Malformed: true}, writes: 1, stored: gone},
		"without a body":          {fault: sim.Fault{Method: "DELETE", Times: 1, Status: 204, After: true}, writes: 1, stored: gone},
		"429":                     {fault: sim.Fault{Method: "DELETE", Times: 2, Status: 429, RetryAfter: "2"}, writes: 3, stored: gone},
		"403": {
			fault: sim.Fault{Method: "DELETE", Status: 403}, writes: 1, stored: there, state: "Office",
			says: []string{"Unable to Delete IP List", "check its role"},
		},
	}, func(w *world) { w.MustApply(w.office("Office")) },
		func(w *world, _ faulty) acctest.Diagnostics { return w.Destroy() })
}

// TestGoneBeforeDelete: somebody else was quicker, between plan and apply.
func TestGoneBeforeDelete(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	w.MustApply(w.office("Office"))

	p := w.Plan(acctest.Config{})
	w.Sim.Remove(iplistsim.Collection, w.Org, w.ID())
	w.Sim.Log().Reset()
	wantNoError(t, p.Apply())
	w.WantCalls("DELETE "+single+" 404", "GET "+lists+" 200", "GET "+single+" 404")

	if len(w.Addresses()) > 0 {
		t.Errorf("still in state: %v", w.Addresses())
	}
}

func TestFaultsOfRead(t *testing.T) {
	t.Parallel()

	there := []string{"Office"}

	faultless(t, map[string]faulty{
		"500":       {fault: sim.Fault{Method: "GET", PathPrefix: lists, Times: 1, Status: 500}, writes: 2, stored: there, state: "Office"},
		"503":       {fault: sim.Fault{Method: "GET", PathPrefix: lists, Times: 1, Status: 503}, writes: 2, stored: there, state: "Office"},
		"dropped":   {fault: sim.Fault{Method: "GET", PathPrefix: lists, Times: 1, Drop: true}, writes: 2, stored: there, state: "Office"},
		"malformed": {fault: sim.Fault{Method: "GET", PathPrefix: lists, Times: 1, Malformed: true}, writes: 2, stored: there, state: "Office"},
		"truncated": {fault: sim.Fault{Method: "GET", PathPrefix: lists, Times: 1, Truncated: true}, writes: 2, stored: there, state: "Office"},
		"429":       {fault: sim.Fault{Method: "GET", PathPrefix: lists, Times: 2, Status: 429, RetryAfter: "3"}, writes: 3, stored: there, state: "Office"},
		"403": {
			fault: sim.Fault{Method: "GET", PathPrefix: lists, Status: 403}, writes: 1, stored: there, state: "Office",
			says: []string{"Unable to Read IP List", "check its role", "Acme Inc"},
		},
		"500 for ever": {
			fault: sim.Fault{Method: "GET", PathPrefix: lists, Status: 500}, writes: 1 + rest.DefaultMaxRetries, stored: there, state: "Office",
			says: []string{"Unable to Read IP List", fmt.Sprintf("gave up after %d tries", 1+rest.DefaultMaxRetries)},
		},
		"a login page": {
			fault: sim.Fault{Method: "GET", PathPrefix: lists, HTML: true}, writes: 1, stored: there, state: "Office",
			says: []string{"Unable to Read IP List", "credential"},
		},
	}, func(w *world) { w.MustApply(w.office("Office")) },
		func(w *world, _ faulty) acctest.Diagnostics { return w.Plan(w.office("Office")).Diags })
}
