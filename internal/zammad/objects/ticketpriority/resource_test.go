// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package ticketpriority_test

import (
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/zammad/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/zammad/objects/ticketpriority/ticketprioritysim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/zammad/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/zammad/zammadsim"
)

func TestMain(m *testing.M) { os.Exit(proof.Main(m)) }

const (
	urgent = "zammad_ticket_priority.urgent"
	all    = "/api/v1/ticket_priorities"
	single = "/api/v1/ticket_priorities/{id}"
)

type world struct {
	t    *testing.T
	sim  *simulator.Simulator
	core *proof.Core
}

func newWorld(t *testing.T, switches map[string]string) *world {
	t.Helper()

	s := acctest.Simulator(t, simulator.Options{Switches: switches})

	return &world{t, s, acctest.NewCore(t, s, acctest.As(s, simulator.RoleAdmin))}
}

func config(attrs proof.Attrs) proof.Config { return proof.Config{urgent: attrs} }

func (w *world) docs() sim.Collection { return w.sim.Store.Docs(ticketprioritysim.Collection, "") }

// stored are the priorities beside those that an installation begins with.
func (w *world) stored() []sim.Doc { return w.docs().All()[3:] }

func (w *world) id() string {
	w.t.Helper()

	if len(w.stored()) != 1 {
		w.t.Fatalf("%d priorities, want one", len(w.stored()))
	}

	return fmt.Sprint(w.stored()[0]["id"])
}

// wantState checks attributes in state; a set is given sorted.
func (w *world) wantState(want proof.Attrs) {
	w.t.Helper()
	proof.WantMembers(w.t, w.core.State(urgent), want)
}

// wantCalls checks which calls were made since the log was last reset, and resets it.
func (w *world) wantCalls(want ...string) {
	w.t.Helper()

	var got []string
	for _, e := range w.sim.Log().Calls("", "") {
		got = append(got, fmt.Sprintf("%s %d", e.Route, e.Status))
	}

	w.sim.Log().Reset()
	proof.WantLines(w.t, "calls", got, want)
}

func (w *world) wantBody(method string, want sim.Doc) {
	w.t.Helper()

	calls := w.sim.Log().Calls(method, all)
	if len(calls) != 1 || !reflect.DeepEqual(calls[0].Object(), want) {
		w.t.Errorf("%d requests with %s, want one with %v: %v", len(calls), method, want, calls)
	}
}

var wantError, wantNothing = proof.WantError, proof.WantNoError

func TestLifeCycle(t *testing.T) {
	t.Parallel()

	for _, empty := range []string{"keep", "null"} {
		w := newWorld(t, map[string]string{"ticket-priority-empty": empty})
		full := proof.Attrs{"name": "4 urgent", "note": "R&D", "ui_icon": "important", "ui_color": "high-priority", "active": false}

		wantNothing(t, w.core.Plan(config(full)).Apply())
		w.wantBody("POST", sim.Doc{"name": "4 urgent", "note": "R&D", "ui_icon": "important", "ui_color": "high-priority", "active": false})
		w.wantCalls("GET "+all+" 200", "GET "+all+" 200", "POST "+all+" 201") // plan and apply look for the name
		w.wantState(full)
		w.wantState(proof.Attrs{"id": w.id(), "default_create": false})

		if got := w.core.Identity(urgent); !reflect.DeepEqual(got, proof.Attrs{"id": w.id()}) {
			t.Errorf("identity %v", got)
		}

		w.core.MustPlanEmpty(config(full))
		w.wantCalls("GET " + all + " 200")

		for name, value := range map[string]any{
			"name": "5 urgent", "note": "Now", "ui_icon": "low-priority", "ui_color": "low-priority", "active": true, "default_create": true,
		} {
			full[name] = value
			w.sim.Log().Reset()
			w.core.MustApply(config(full))
			w.wantBody("PUT", sim.Doc{name: value})
			w.wantState(proof.Attrs{name: value})
		}

		// What is not configured any more is cleared; the default stays where it is.
		w.sim.Log().Reset()
		w.core.MustApply(config(proof.Attrs{"name": "5 urgent"}))
		w.wantBody("PUT", sim.Doc{"note": "", "ui_icon": "", "ui_color": ""})
		w.wantState(proof.Attrs{"note": nil, "ui_icon": nil, "ui_color": nil, "default_create": true})

		// An empty text is one, too.
		w.core.MustApply(config(proof.Attrs{"name": "5 urgent", "note": ""}))
		w.wantState(proof.Attrs{"note": ""})
		w.sim.Log().Reset()

		wantNothing(t, w.core.Destroy())
		w.wantCalls("GET "+all+" 200", "GET "+single+" 200", "DELETE "+single+" 200")

		if len(w.stored()) > 0 {
			t.Errorf("left: %v", w.stored())
		}
	}
}

// TestDefault: one is the default; whoever takes it from another causes no error there.
func TestDefault(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	both := proof.Config{
		urgent:                        {"name": "4 urgent", "default_create": true},
		"zammad_ticket_priority.calm": {"name": "0 calm"},
	}
	w.core.MustApply(both)

	both[urgent]["default_create"] = nil
	both["zammad_ticket_priority.calm"]["default_create"] = true
	w.core.MustApply(both)
	w.wantState(proof.Attrs{"default_create": false})
}

func TestFaults(t *testing.T) {
	t.Parallel()

	made := func(w *world) { w.core.MustApply(config(proof.Attrs{"name": "4 urgent"})) }
	nothing := func(*world) {}

	for name, c := range map[string]struct {
		prepare func(*world)
		config  proof.Config
		fault   sim.Fault
		says    []string
		writes  int
		stored  string
	}{
		"create, committed but 500": {nothing, config(proof.Attrs{"name": "4 urgent"}), sim.Fault{Method: "POST", Times: 1, Status: 500, After: true}, nil, 1, "4 urgent"},
		"create, dropped":           {nothing, config(proof.Attrs{"name": "4 urgent"}), sim.Fault{Method: "POST", Times: 1, Drop: true}, nil, 2, "4 urgent"},
		"create, malformed":         {nothing, config(proof.Attrs{"name": "4 urgent"}), sim.Fault{Method: "POST", Times: 1, Malformed: true}, nil, 1, "4 urgent"},
		"create, 403":               {nothing, config(proof.Attrs{"name": "4 urgent"}), sim.Fault{Method: "POST", Status: 403}, []string{"Unable to Create Ticket Priority", "admin.object"}, 1, ""},
		"read, 500":                 {made, config(proof.Attrs{"name": "4 urgent"}), sim.Fault{Method: "GET", Times: 1, Status: 500}, nil, 2, "4 urgent"},
		"read, an empty object":     {made, config(proof.Attrs{"name": "4 urgent"}), sim.Fault{Method: "GET", Status: 200, Body: "{}"}, []string{"Unable to Read Ticket Priority", "permission"}, 1, "4 urgent"},
		"update, 503":               {made, config(proof.Attrs{"name": "5 urgent"}), sim.Fault{Method: "PUT", Times: 1, Status: 503}, nil, 2, "5 urgent"},
		"update, malformed":         {made, config(proof.Attrs{"name": "5 urgent"}), sim.Fault{Method: "PUT", Times: 1, Malformed: true}, nil, 1, "5 urgent"},
		"update, 404":               {made, config(proof.Attrs{"name": "5 urgent"}), sim.Fault{Method: "PUT", Status: 404}, []string{"Unable to Update Ticket Priority"}, 1, "4 urgent"},
		"delete, committed but 500": {made, proof.Config{}, sim.Fault{Method: "DELETE", Times: 1, Status: 500, After: true}, nil, 2, ""},
		"delete, 403":               {made, proof.Config{}, sim.Fault{Method: "DELETE", Status: 403}, []string{"Unable to Delete Ticket Priority"}, 1, "4 urgent"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				w := newWorld(t, nil)
				c.prepare(w)
				w.sim.Log().Reset()

				injected := w.sim.Inject(c.fault)
				d := w.core.Apply(c.config)
				injected.Remove()

				if c.says == nil {
					wantNothing(t, d)
				} else {
					wantError(t, d, c.says...)
				}

				stored := ""
				for _, p := range w.stored() {
					stored += fmt.Sprint(p["name"])
				}

				if n := w.sim.Log().Count(c.fault.Method, all); stored != c.stored || n != c.writes || injected.Fired() == 0 || w.core.Tainted(urgent) {
					t.Errorf("stored %q, want %q; %d requests, want %d; fired %d times; tainted: %t", stored, c.stored, n, c.writes, injected.Fired(), w.core.Tainted(urgent))
				}

				w.core.MustApply(config(proof.Attrs{"name": "6 urgent"}))
				w.id()
				wantNothing(t, w.core.Destroy())
			})
		})
	}
}

func TestRefusals(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)

	for part, attrs := range map[string]proof.Attrs{
		"Invalid Name":                   {"name": " "},
		"is taken already":               {"name": "1 low"},
		"250":                            {"name": strings.Repeat("n", 251)},
		"note UTF-8 character count":     {"name": "x", "note": strings.Repeat("n", 251)},
		"ui_icon UTF-8 character count":  {"name": "x", "ui_icon": strings.Repeat("n", 101)},
		"ui_color UTF-8 character count": {"name": "x", "ui_color": strings.Repeat("n", 101)},
	} {
		wantError(t, w.core.Apply(config(attrs)), part)
	}

	w.core.MustApply(config(proof.Attrs{"name": "4 urgent"}))
	w.sim.Store.Docs(zammadsim.Tickets, "").Put("1", sim.Doc{"priority_id": w.id()})
	wantError(t, w.core.Destroy(), "Unable to Delete Ticket Priority", "Can't delete, object has references.", "active = false")

	// The docs name one permission, the source another.
	if err := w.sim.Switches.Set("ticket-priority-permission", "admin.ticket_priority"); err != nil {
		t.Fatal(err)
	}

	w.core.MustPlanEmpty(config(proof.Attrs{"name": "4 urgent"}))
	w.core.Use(acctest.As(w.sim, simulator.RoleAgent))
	wantError(t, w.core.Apply(config(proof.Attrs{"name": "5 urgent"})), "Not authorized", "permission")
}

func TestImport(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	w.core.MustApply(config(proof.Attrs{"name": "4 urgent", "note": "x"}))

	want, id := w.core.State(urgent), w.id()

	for _, imported := range []func(c *proof.Core) proof.Diagnostics{
		func(c *proof.Core) proof.Diagnostics { return c.Import(urgent, id) },
		func(c *proof.Core) proof.Diagnostics { return c.ImportByIdentity(urgent, proof.Attrs{"id": id}) },
	} {
		core := acctest.NewCore(t, w.sim, acctest.As(w.sim, simulator.RoleAdmin))
		wantNothing(t, imported(core))

		if got := core.State(urgent); !reflect.DeepEqual(got, want) {
			t.Errorf("%v, want %v", got, want)
		}

		core.MustPlanEmpty(config(proof.Attrs{"name": "4 urgent", "note": "x"}))
	}

	w.docs().Remove(id)

	if a := w.core.Plan(config(proof.Attrs{"name": "4 urgent", "note": "x"})).Actions()[urgent]; a != proof.Create {
		t.Errorf("gone outside: plans %s", a)
	}
}
