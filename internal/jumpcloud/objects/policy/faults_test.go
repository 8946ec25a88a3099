// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policy_test

import (
	"fmt"
	"testing"
	"testing/synctest"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/policy/policysim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// faulty is one fault of one operation and what has to come of it.
type faulty struct {
	name   string
	fault  sim.Fault
	says   []string // of the errors; nil where there are none
	writes int      // requests with the operation's method to its route
	held   string   // timeout of the only policy that there is afterwards; "" for no policy
	state  string   // timeout in state afterwards; "" for no policy
}

// live runs an operation under each fault; then the next run puts everything right. Time
// is virtual: waiting between tries takes none.
func live(t *testing.T, method string, all []faulty, prepare func(w *world), operation func(w *world) acctest.Diagnostics) {
	t.Helper()

	route, prefix := policies+"/{id}", policies+"/"
	if method == post {
		route, prefix = policies, policies
	}

	for _, c := range all {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				w := newWorld(t)
				prepare(w)
				w.Sim.Log().Reset()

				if c.fault.Pattern == "" {
					c.fault.Method, c.fault.Pattern = method, route
				}

				injected := w.Sim.Inject(c.fault)

				d := operation(w).Errors()
				if c.says == nil && len(d) > 0 {
					t.Error(d)
				}

				w.mentions(d, c.says...)

				if injected.Fired() == 0 {
					t.Error("the fault did not fire")
				}

				injected.Remove()

				if n := w.Sim.Log().Count(method, prefix); n != c.writes {
					t.Errorf("%d requests with %s, want %d: %s", n, method, c.writes, w.routes())
				}

				w.settled(c)
				w.MustApply(w.lock(acctest.Attrs{"values": map[string]any{"timeout": 7}}))

				if n := w.Sim.Docs(policysim.Collection, w.Org).Len(); n != 1 {
					t.Errorf("%d policies after the next run", n)
				}

				w.equal("after the next run", w.held("timeout"), "7")
				w.destroy()
			})
		})
	}
}

func (w *world) settled(c faulty) {
	w.Helper()

	ids := w.Sim.Docs(policysim.Collection, w.Org).IDs()
	if len(ids) > 1 || len(ids) == 0 && c.held != "" || len(ids) == 1 && c.held == "" {
		w.Fatalf("%d policies, want one with %q", len(ids), c.held)
	}

	if len(ids) == 1 {
		v, _ := policysim.Value(w.Sim.World, w.Org, ids[0], "timeout")
		w.equal("held", text(w.T, v), c.held)
	}

	if got := w.State(address) != nil; got != (c.state != "") {
		w.Fatalf("in state: %v, want %q", w.State(address), c.state)
	}

	if c.state != "" {
		w.equal("state", w.shown("timeout"), c.state)
	}

	if w.Tainted(address) {
		w.Error("tainted")
	}
}

func (w *world) timeout(seconds int) acctest.Config {
	return w.lock(acctest.Attrs{"values": map[string]any{"timeout": seconds}})
}

const tries = 1 + rest.DefaultMaxRetries

const templates = "/api/v2/policytemplates"

func TestFaultsOfCreate(t *testing.T) {
	t.Parallel()

	live(t, post, []faulty{
		{name: "500", fault: sim.Fault{Times: 1, Status: 500}, writes: 2, held: "300", state: "300"},
		{name: "committed but 500", fault: sim.Fault{Times: 1, Status: 500, After: true}, writes: 1, held: "300", state: "300"},
		{name: "dropped", fault: sim.Fault{Times: 1, Drop: true}, writes: 2, held: "300", state: "300"},
		{name: "committed, then dropped", fault: sim.Fault{Times: 1, Drop: true, After: true}, writes: 1, held: "300", state: "300"},
		{name: "malformed", fault: sim.Fault{Times: 1, Malformed: true}, writes: 1, held: "300", state: "300"},
		{name: "truncated", fault: sim.Fault{Times: 1, Truncated: true}, writes: 1, held: "300", state: "300"},
		{name: "429", fault: sim.Fault{Times: 3, Status: 429, RetryAfter: "1"}, writes: 4, held: "300", state: "300"},
		{
			name: "400", fault: sim.Fault{Status: 400, Body: `{"message":"no thanks"}`}, writes: 1,
			says: []string{"Unable to Create Policy", "no thanks", `"Acme Inc"`, "status 400"},
		},
		{name: "403", fault: sim.Fault{Status: 403, Body: "{}"}, writes: 1, says: []string{"Unable to Create Policy", "check its role", "status 403"}},
		{name: "404", fault: sim.Fault{Status: 404, Body: "{}"}, writes: 1, says: []string{"Unable to Create Policy", "status 404"}},
		{name: "500 for ever", fault: sim.Fault{Status: 500}, writes: tries, says: []string{"Unable to Create Policy", "status 500"}},
		{
			name: "template 403", fault: sim.Fault{Pattern: templates, Status: 403, Body: "{}"},
			says: []string{"Unable to Plan Policy", "check its role", templates},
		},
		{
			name: "template malformed", fault: sim.Fault{Pattern: templates + "/{id}", Malformed: true},
			says: []string{"Unable to Plan Policy", templates},
		},
		{name: "template dropped", fault: sim.Fault{Pattern: templates + "/{id}", Times: 1, Drop: true}, writes: 1, held: "300", state: "300"},
		{name: "template 503", fault: sim.Fault{Pattern: templates, Times: 2, Status: 503}, writes: 1, held: "300", state: "300"},
	}, func(*world) {}, func(w *world) acctest.Diagnostics { return w.Apply(w.timeout(300)) })
}

// The look-up after an unclear creation takes no other policy for ours, and if it fails
// itself, the error says that the policy may exist.
func TestUnclearCreation(t *testing.T) {
	t.Parallel()

	lost := sim.Fault{Method: post, PathPrefix: policies, Nth: 1, Status: 500, After: true}

	t.Run("older namesake", func(t *testing.T) {
		t.Parallel()
		synctest.Test(t, func(t *testing.T) {
			w := newWorld(t)
			w.MustApply(w.timeout(300))
			other := w.id()
			w.Forget(address)
			time.Sleep(time.Minute) // of virtual time: ids tell the second of birth
			w.Sim.Inject(lost)

			twin := w.timeout(300)
			twin[address]["allow_duplicate_name"] = true
			w.MustApply(twin)

			if w.id() == other {
				t.Errorf("took over %s", other)
			}

			if n := w.Sim.Docs(policysim.Collection, w.Org).Len(); n != 2 {
				t.Errorf("%d policies", n)
			}
		})
	})

	t.Run("nobody can look", func(t *testing.T) {
		t.Parallel()
		synctest.Test(t, func(t *testing.T) {
			w := newWorld(t)
			w.Sim.Inject(lost)
			w.Sim.Inject(sim.Fault{Method: get, PathPrefix: policies, Status: 403, Body: "{}"})
			w.mentions(w.Apply(w.timeout(300)).Errors(), "Unable to Create Policy", "may exist all the same", "Look in the JumpCloud console")

			if w.State(address) != nil {
				t.Error("in state")
			}
		})
	})
}

func TestFaultsOfRead(t *testing.T) {
	t.Parallel()

	said := []string{"Unable to Read Policy", "GET /api/v2/policies/"}

	live(t, get, []faulty{
		{name: "500", fault: sim.Fault{Times: 1, Status: 500}, writes: 2, held: "300", state: "300"},
		{name: "dropped", fault: sim.Fault{Times: 1, Drop: true}, writes: 2, held: "300", state: "300"},
		{name: "429", fault: sim.Fault{Times: 3, Status: 429, RetryAfter: "1"}, writes: 4, held: "300", state: "300"},
		{name: "malformed", fault: sim.Fault{Malformed: true}, writes: tries, held: "300", state: "300", says: said},
		{name: "login page", fault: sim.Fault{Status: 200, HTML: true}, writes: 1, held: "300", state: "300", says: said},
		{name: "403", fault: sim.Fault{Status: 403, Body: "{}"}, writes: 1, held: "300", state: "300", says: append(said, "check its role", "status 403")},
		{name: "500 for ever", fault: sim.Fault{Status: 500}, writes: tries, held: "300", state: "300", says: append(said, fmt.Sprintf("gave up after %d tries", tries))},
	}, func(w *world) { w.MustApply(w.timeout(300)) }, func(w *world) acctest.Diagnostics { return w.Plan(w.timeout(300)).Diags })
}

func TestFaultsOfUpdate(t *testing.T) {
	t.Parallel()

	live(t, put, []faulty{
		{name: "503", fault: sim.Fault{Times: 1, Status: 503}, writes: 2, held: "120", state: "120"},
		{name: "dropped", fault: sim.Fault{Times: 1, Drop: true}, writes: 2, held: "120", state: "120"},
		{name: "committed, then dropped", fault: sim.Fault{Times: 1, Drop: true, After: true}, writes: 2, held: "120", state: "120"},
		{name: "429", fault: sim.Fault{Times: 3, Status: 429, RetryAfter: "1"}, writes: 4, held: "120", state: "120"},
		{
			name: "500", fault: sim.Fault{Status: 500}, writes: 1, held: "300", state: "300",
			says: []string{"Unable to Update Policy", "status 500"},
		},
		{
			name: "committed but 500", fault: sim.Fault{Status: 500, After: true}, writes: 1, held: "120", state: "300",
			says: []string{"Unable to Update Policy", "status 500"},
		},
		{
			name: "403", fault: sim.Fault{Status: 403, Body: "{}"}, writes: 1, held: "300", state: "300",
			says: []string{"Unable to Update Policy", "check its role", "status 403"},
		},
		{
			name: "404", fault: sim.Fault{Status: 404, Body: "{}"}, writes: 1, held: "300", state: "300",
			says: []string{"Unable to Update Policy", "status 404"},
		},
		{
			name: "read before 403", fault: sim.Fault{Pattern: policies + "/{id}", Method: get, Nth: 2, Status: 403, Body: "{}"},
			held: "300", state: "300", says: []string{"Unable to Update Policy", "check its role"},
		},
		{
			name: "template 403", fault: sim.Fault{Pattern: templates + "/{id}", Status: 403, Body: "{}"},
			held: "300", state: "300", says: []string{"Unable to Plan Policy", "check its role"},
		},
	}, func(w *world) { w.MustApply(w.timeout(300)) }, func(w *world) acctest.Diagnostics { return w.Apply(w.timeout(120)) })
}

func TestFaultsOfDelete(t *testing.T) {
	t.Parallel()

	live(t, del, []faulty{
		{name: "503", fault: sim.Fault{Times: 1, Status: 503}, writes: 2},
		{name: "dropped", fault: sim.Fault{Times: 1, Drop: true}, writes: 2},
		{name: "committed, then dropped", fault: sim.Fault{Times: 1, Drop: true, After: true}, writes: 2},
		{name: "committed but 503", fault: sim.Fault{Times: 1, Status: 503, After: true}, writes: 2},
		{
			name: "403", fault: sim.Fault{Status: 403, Body: "{}"}, writes: 1, held: "300", state: "300",
			says: []string{"Unable to Delete Policy", "check its role", "status 403"},
		},
		{name: "500 for ever", fault: sim.Fault{Status: 503}, writes: 2 * tries, held: "300", state: "300", says: []string{"Unable to Delete Policy", "status 503"}},
		{name: "404", fault: sim.Fault{Status: 404, Body: "{}", After: true}, writes: 1},
	}, func(w *world) { w.MustApply(w.timeout(300)) }, func(w *world) acctest.Diagnostics { return w.Destroy() })
}
