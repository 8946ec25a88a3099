// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package radiusserver_test

import (
	"fmt"
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// faulty is one fault of one operation and what has to come of it.
type faulty struct {
	fault  sim.Fault
	says   []string // of the one error; nil where there is none
	writes int      // requests of the operation's method
	stored []string // names of the servers that there are afterwards
	state  any      // the name in state afterwards, nil where it holds none
}

// faultless is a life of one server, "Office", up to the operation under test. Time is
// virtual: waiting between tries takes none.
func faultless(t *testing.T, all map[string]faulty, prepare func(w *world), operation func(w *world) acctest.Diagnostics) {
	t.Helper()

	for name, c := range all {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				w := newWorld(t, nil)
				prepare(w)
				w.Sim.Log().Reset()

				c.fault.PathPrefix = servers
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
				w.wantNames(c.stored)

				if got := w.State(office)["name"]; got != c.state || w.Tainted(office) {
					t.Errorf("state has %v, want %v; tainted: %t", got, c.state, w.Tainted(office))
				}

				if n := w.Sim.Log().Count(c.fault.Method, servers); n != c.writes {
					t.Errorf("%d requests with %s, want %d", n, c.fault.Method, c.writes)
				}

				// Whatever happened, the next run puts it right.
				w.MustApply(w.office("Office 3"))
				w.Only()
				wantNoError(t, w.Destroy())
				w.wantNames(nil)
			})
		})
	}
}

func (w *world) wantNames(want []string) {
	w.T.Helper()

	all := w.Stored()
	if len(all) != len(want) || len(all) == 1 && all[0]["name"] != want[0] {
		w.T.Errorf("stored %v, want %q", all, want)
	}
}

func (w *world) office(name string) acctest.Config {
	return w.hidden(canary, 1, acctest.Attrs{"name": name})
}

func TestFaultsOfCreate(t *testing.T) {
	t.Parallel()

	const tries = 1 + rest.DefaultMaxRetries

	made := []string{"Office"}

	faultless(t, map[string]faulty{
		"500":                     {fault: sim.Fault{Method: "POST", Times: 1, Status: 500}, writes: 2, stored: made, state: "Office"},
		"committed but 500":       {fault: sim.Fault{Method: "POST", Times: 1, Status: 500, After: true}, writes: 1, stored: made, state: "Office"},
		"dropped":                 {fault: sim.Fault{Method: "POST", Times: 1, Drop: true}, writes: 2, stored: made, state: "Office"},
		"committed, then dropped": {fault: sim.Fault{Method: "POST", Times: 1, Drop: true, After: true}, writes: 1, stored: made, state: "Office"},
		"malformed":               {fault: sim.Fault{Method: "POST", Times: 1, Malformed: true}, writes: 1, stored: made, state: "Office"},
		"truncated":               {fault: sim.Fault{Method: "POST", Times: 1, Truncated: true}, writes: 1, stored: made, state: "Office"},
		"without an id": {
			fault: sim.Fault{Method: "POST", Times: 1, Status: 200, Body: `{"name":"Office"}`, After: true}, writes: 1, stored: made, state: "Office",
		},
		"429": {fault: sim.Fault{Method: "POST", Times: 3, Status: 429, RetryAfter: "1"}, writes: 4, stored: made, state: "Office"},
		"403": {
			fault: sim.Fault{Method: "POST", Status: 403}, writes: 1,
			says: []string{"Unable to Create RADIUS Server", "Acme Inc", "check its role", "status 403"},
		},
		"500 for ever": {
			fault: sim.Fault{Method: "POST", Status: 500}, writes: tries, says: []string{"Unable to Create RADIUS Server", "status 500"},
		},
	}, func(*world) {}, func(w *world) acctest.Diagnostics { return w.Apply(w.office("Office")) })
}

func TestFaultsOfUpdate(t *testing.T) {
	t.Parallel()

	before, after := []string{"Office"}, []string{"Office 2"}

	faultless(t, map[string]faulty{
		// A failure of the service is told, and the next plan reads what really is.
		"500": {
			fault: sim.Fault{Method: "PUT", Times: 1, Status: 500}, writes: 1, stored: before, state: "Office",
			says: []string{"Unable to Update RADIUS Server", "status 500"},
		},
		"committed but 500": {
			fault: sim.Fault{Method: "PUT", Times: 1, Status: 500, After: true}, writes: 1, stored: after, state: "Office",
			says: []string{"Unable to Update RADIUS Server", "status 500"},
		},
		"dropped":                 {fault: sim.Fault{Method: "PUT", Times: 1, Drop: true}, writes: 2, stored: after, state: "Office 2"},
		"committed, then dropped": {fault: sim.Fault{Method: "PUT", Times: 1, Drop: true, After: true}, writes: 2, stored: after, state: "Office 2"},
		"malformed":               {fault: sim.Fault{Method: "PUT", Times: 1, Malformed: true}, writes: 1, stored: after, state: "Office 2"},
		"429":                     {fault: sim.Fault{Method: "PUT", Times: 2, Status: 429, RetryAfter: "2"}, writes: 3, stored: after, state: "Office 2"},
		"403": {
			fault: sim.Fault{Method: "PUT", Status: 403}, writes: 1, stored: before, state: "Office",
			says: []string{"Unable to Update RADIUS Server", "check its role"},
		},
		"404": {
			fault: sim.Fault{Method: "PUT", Status: 404}, writes: 1, stored: before, state: "Office",
			says: []string{"Unable to Update RADIUS Server", "within one organization only"},
		},
	}, func(w *world) { w.MustApply(w.office("Office")) },
		func(w *world) acctest.Diagnostics { return w.Apply(w.office("Office 2")) })
}

func TestFaultsOfDelete(t *testing.T) {
	t.Parallel()

	there := []string{"Office"}

	faultless(t, map[string]faulty{
		"500":               {fault: sim.Fault{Method: "DELETE", Times: 1, Status: 500}, writes: 2},
		"committed but 500": {fault: sim.Fault{Method: "DELETE", Times: 1, Status: 500, After: true}, writes: 2},
		"500 for ever": {
			fault: sim.Fault{Method: "DELETE", Status: 500}, writes: 2, stored: there, state: "Office",
			says: []string{"Unable to Delete RADIUS Server", "status 500"},
		},
		// The second try finds nothing: that is what was wanted.
		"committed, then dropped": {fault: sim.Fault{Method: "DELETE", Times: 1, Drop: true, After: true}, writes: 2},
		"malformed":               {fault: sim.Fault{Method: "DELETE", Times: 1, Malformed: true}, writes: 1},
		"429":                     {fault: sim.Fault{Method: "DELETE", Times: 2, Status: 429, RetryAfter: "2"}, writes: 3},
		"403": {
			fault: sim.Fault{Method: "DELETE", Status: 403}, writes: 1, stored: there, state: "Office",
			says: []string{"Unable to Delete RADIUS Server", "check its role"},
		},
	}, func(w *world) { w.MustApply(w.office("Office")) },
		func(w *world) acctest.Diagnostics { return w.Destroy() })
}

func TestFaultsOfRead(t *testing.T) {
	t.Parallel()

	there := []string{"Office"}

	faultless(t, map[string]faulty{
		"500":       {fault: sim.Fault{Method: "GET", Times: 1, Status: 500}, writes: 2, stored: there, state: "Office"},
		"dropped":   {fault: sim.Fault{Method: "GET", Times: 1, Drop: true}, writes: 2, stored: there, state: "Office"},
		"malformed": {fault: sim.Fault{Method: "GET", Times: 1, Malformed: true}, writes: 2, stored: there, state: "Office"},
		"429":       {fault: sim.Fault{Method: "GET", Times: 2, Status: 429, RetryAfter: "3"}, writes: 3, stored: there, state: "Office"},
		"403": {
			fault: sim.Fault{Method: "GET", Status: 403}, writes: 1, stored: there, state: "Office",
			says: []string{"Unable to Read RADIUS Server", "check its role", "Acme Inc"},
		},
		"500 for ever": {
			fault: sim.Fault{Method: "GET", Status: 500}, writes: 1 + rest.DefaultMaxRetries, stored: there, state: "Office",
			says: []string{"Unable to Read RADIUS Server", fmt.Sprintf("gave up after %d tries", 1+rest.DefaultMaxRetries)},
		},
	}, func(w *world) { w.MustApply(w.office("Office")) },
		func(w *world) acctest.Diagnostics { return w.Plan(w.office("Office")).Diags })
}
