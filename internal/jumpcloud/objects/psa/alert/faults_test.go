// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package alert_test

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

const tries = 1 + rest.DefaultMaxRetries

// faulty is one fault of PUT and what has to come of it.
type faulty struct {
	fault sim.Fault
	says  string // of the one error; "" where there is none
	puts  int
	done  bool // the change happened
}

var faults = map[string]faulty{
	"500 before": {fault: sim.Fault{Status: 500}, says: "status 500", puts: 1},
	"500 after":  {fault: sim.Fault{Status: 500, After: true}, puts: 1, done: true},
	"dropped":    {fault: sim.Fault{Drop: true}, says: "no answer", puts: tries},
	"drop after": {fault: sim.Fault{Drop: true, After: true, Nth: 1}, puts: 2, done: true},
	"malformed":  {fault: sim.Fault{Malformed: true, After: true}, puts: 1, done: true},
	"empty":      {fault: sim.Fault{Status: 200, After: true, Body: "{}"}, puts: 1, done: true},
	"400":        {fault: sim.Fault{Status: 400, Body: `{"message":"no"}`}, says: "status 400", puts: 1},
	"403":        {fault: sim.Fault{Status: 403}, says: "check its role", puts: 1},
}

// faultless runs an operation under every fault, for one vendor, since the life cycle is
// the same for all. Time is virtual.
func faultless(t *testing.T, prepare func(w *world, v vendor), operation func(w *world, v vendor) acctest.Diagnostics, state func(c faulty) bool) {
	t.Helper()

	v := vendors[0]

	for name, c := range faults {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				w := newWorld(t, v, nil)
				prepare(w, v)

				before := sortedDoc(t, w.stored())
				w.Sim.Log().Reset()

				c.fault.Method, c.fault.PathPrefix = http.MethodPut, "/api/v2/"
				in := w.Sim.Inject(c.fault)
				d := operation(w, v)

				switch {
				case c.says != "":
					wantError(t, d, c.says)
				case len(d.Errors()) > 0:
					t.Errorf("unexpected:\n%s", d)
				}

				if n := w.Sim.Log().Count("PUT", ""); n != c.puts {
					t.Errorf("%d PUT, want %d", n, c.puts)
				}

				if done := sortedDoc(t, w.stored()) != before; done != c.done {
					t.Errorf("stored %v", w.stored())
				}

				if got := w.State(v.address()) != nil; got != state(c) {
					t.Errorf("in state: %t", got)
				}

				in.Remove()
				w.MustApply(v.configured(acctest.Attrs{"on_destroy": "disable"}))
				w.Sim.Log().Reset()
				wantNone(t, w.Destroy())
				w.wantPuts(strings.Replace(v.body, `"shouldCreateTickets":true`, `"shouldCreateTickets":false`, 1))
			})
		})
	}
}

func sortedDoc(tb testing.TB, d sim.Doc) string {
	tb.Helper()

	raw, err := json.Marshal(d)
	if err != nil {
		tb.Fatal(err)
	}

	return string(raw)
}

func TestFaultsOfCreate(t *testing.T) {
	t.Parallel()
	// What may have happened is in state: what was there before must not be forgotten.
	faultless(t, func(*world, vendor) {}, func(w *world, v vendor) acctest.Diagnostics { return w.Apply(v.configured()) },
		func(c faulty) bool { return c.done || c.says == "status 500" || c.says == "no answer" })
}

func TestFaultsOfUpdate(t *testing.T) {
	t.Parallel()
	faultless(t, func(w *world, v vendor) { w.MustApply(v.configured(acctest.Attrs{"due_days": 9})) },
		func(w *world, v vendor) acctest.Diagnostics { return w.Apply(v.configured()) },
		func(faulty) bool { return true })
}

func TestFaultsOfDelete(t *testing.T) {
	t.Parallel()
	faultless(t, func(w *world, v vendor) { w.MustApply(v.configured(acctest.Attrs{"on_destroy": "restore"})) },
		func(w *world, _ vendor) acctest.Diagnostics { return w.Destroy() },
		func(c faulty) bool { return !c.done })
}

// TestFaultsOfRead: what cannot be read changes nothing in state.
func TestFaultsOfRead(t *testing.T) {
	t.Parallel()

	for name, fault := range map[string]sim.Fault{
		"500": {Status: 500}, "dropped": {Drop: true}, "malformed": {Malformed: true}, "403": {Status: 403},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				v := vendors[0]
				w := newWorld(t, v, nil)
				w.MustApply(v.configured())

				fault.Method, fault.Pattern = http.MethodGet, "/api/v2/providers/{provider_id}/integrations/connectwise/alerts/configuration"
				in := w.Sim.Inject(fault)

				wantError(t, w.Plan(v.configured()).Diags, "Unable to Read ConnectWise Alert Configuration")
				in.Remove()
				w.MustPlanEmpty(v.configured())
			})
		})
	}
}
