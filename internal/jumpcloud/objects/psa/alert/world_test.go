// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package alert_test

import (
	"encoding/json"
	"maps"
	"net/http"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa/psasim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

const lockout = "User Lockout"

// vendor is what the tests of all vendors' configurations differ in.
type vendor struct {
	name, title string
	full        acctest.Attrs // everything, by label
	body        string        // what PUT has for it
	initial     string        // and for the defaults of the service, without tickets
	adopted     map[string]any
	changes     []acctest.Attrs // each other than full in one attribute
	cleared     map[string]string
}

var vendors = []vendor{
	{
		name: psasim.ConnectWise, title: "ConnectWise",
		full:    acctest.Attrs{"priority": "Priority 2 - High", "source": "Email Connector", "due_days": 1},
		body:    `{"shouldCreateTickets":true,"priority":{"id":2,"name":"Priority 2 - High"},"source":{"id":1,"name":"Email Connector"},"dueDays":1}`,
		initial: `{"shouldCreateTickets":false,"priority":{"id":3,"name":"Priority 3 - Medium"},"source":{"id":2,"name":"JumpCloud"},"dueDays":null}`,
		adopted: map[string]any{"priority": "Priority 3 - Medium", "source": "JumpCloud", "due_days": nil},
		changes: []acctest.Attrs{{"priority": "4"}, {"source": "JumpCloud"}, {"due_days": 7}, {"create_tickets": false}},
		cleared: map[string]string{"priority": "priority", "source": "source"},
	},
	{
		name: psasim.Autotask, title: "Autotask",
		full: acctest.Attrs{
			"priority": "High", "status": "In Progress", "source": "Client Portal", "due_days": 1,
			"destination": map[string]any{"queue": "Monitoring Alert"},
		},
		body: `{"shouldCreateTickets":true,"priority":{"id":2,"name":"High"},"status":{"id":5,"name":"In Progress"},` +
			`"source":{"id":11,"name":"Client Portal"},"dueDays":1,"destination":"queue","queue":{"id":8,"name":"Monitoring Alert"},"resource":null}`,
		initial: `{"shouldCreateTickets":false,"priority":{"id":3,"name":"Medium"},"status":{"id":1,"name":"New"},` +
			`"source":{"id":8,"name":"Monitoring Alert"},"dueDays":3,"destination":"queue","queue":{"id":29,"name":"Triage"},"resource":null}`,
		adopted: map[string]any{"priority": "Medium", "status": "New", "due_days": 3, "destination": map[string]any{"queue": "Triage", "resource": nil}},
		changes: []acctest.Attrs{
			{"priority": "Low"},
			{"status": "1"},
			{"source": "Monitoring Alert"},
			{"due_days": 0},
			{"create_tickets": false},
			{"destination": map[string]any{"queue": "29"}},
			{"destination": map[string]any{"resource": map[string]any{"name": "Lee Wong", "role": "Dispatcher"}}},
			{"destination": map[string]any{"resource": map[string]any{"name": "402", "role": "11"}}},
		},
		cleared: map[string]string{"source": "source"},
	},
	{
		name: psasim.Syncro, title: "Syncro",
		full: acctest.Attrs{
			"priority": "1 High", "status": "In Progress", "problem_type": "Security", "assignee": "lee@example.com", "due_days": 1,
		},
		body: `{"shouldCreateTickets":true,"priority":"1 High","status":"In Progress","problemType":"Security","userId":51,` +
			`"username":"lee@example.com","dueDays":1}`,
		initial: `{"shouldCreateTickets":false,"priority":"2 Normal","status":"New","problemType":"Other","dueDays":3,"userId":null,"username":null}`,
		adopted: map[string]any{"priority": "2 Normal", "status": "New", "problem_type": "Other", "assignee": nil, "due_days": 3},
		changes: []acctest.Attrs{
			{"priority": "3 Low"}, {"status": "New"}, {"problem_type": "Network"}, {"assignee": "52"}, {"due_days": 0}, {"create_tickets": false},
		},
		cleared: map[string]string{"priority": "priority", "status": "status", "assignee": "userId"},
	},
}

func (v vendor) address() string { return "jumpcloud_" + v.name + "_alert_configuration.this" }

// of configures the lockout.
func (v vendor) of(attrs ...acctest.Attrs) acctest.Config {
	all := acctest.Attrs{"alert": lockout, "create_tickets": true}
	for _, a := range attrs {
		maps.Copy(all, a)
	}

	return acctest.Config{v.address(): all}
}

func (v vendor) configured(attrs ...acctest.Attrs) acctest.Config {
	return v.of(append([]acctest.Attrs{v.full}, attrs...)...)
}

// world is a simulator with an integration of one vendor whose tickets are on, and
// Terraform's part.
type world struct {
	t           testing.TB
	vendor      vendor
	sim         *simulator.Simulator
	provider    string
	integration string
	core        *acctest.Core
}

func newWorld(tb testing.TB, v vendor, switches map[string]string) *world {
	tb.Helper()

	s := acctest.Simulator(tb, simulator.Options{Switches: switches})
	provider, _ := s.ProviderID(simulator.DefaultProvider)
	w := &world{tb, v, s, provider, psasim.AddIntegration(s.World, provider, v.name), acctest.NewCore(tb, s, acctest.As(s, simulator.RoleBilling))}
	w.ticketing(true)

	return w
}

func (w *world) ticketing(on bool) {
	settings := w.sim.Docs(psasim.Settings, "")
	settings.Put(w.integration, sim.Doc{"automaticTicketing": on})
}

func (w *world) alertID() string { return psasim.AlertID(w.provider, w.vendor.name, 1) }

func (w *world) stored() sim.Doc {
	d, _ := w.sim.Docs(psasim.AlertConfigurations, w.provider+"/"+w.vendor.name).Get(w.alertID())

	return d
}

// change changes the configuration as if in the console; it has to be stored.
func (w *world) change(do func(d sim.Doc)) {
	w.t.Helper()

	if !w.sim.Change(psasim.AlertConfigurations, w.provider+"/"+w.vendor.name, w.alertID(), do) {
		w.t.Fatal("nothing is stored")
	}
}

func sorted(tb testing.TB, text string) string {
	tb.Helper()

	var v any
	if err := json.Unmarshal([]byte(text), &v); err != nil {
		tb.Fatalf("%s: %s", text, err)
	}

	raw, err := json.Marshal(v)
	if err != nil {
		tb.Fatal(err)
	}

	return string(raw)
}

// wantPuts checks the bodies of the writes since the log was last reset, and resets it.
func (w *world) wantPuts(want ...string) {
	w.t.Helper()

	got := []string{}

	for _, e := range w.sim.Log().Calls("", "/api/") {
		if e.Header.Get("X-Org-Id") != "" {
			w.t.Errorf("%s %s names an organization", e.Method, e.Path)
		}

		if e.Method != http.MethodGet {
			got = append(got, e.Method+" "+sorted(w.t, string(e.Body)))
		}
	}

	w.sim.Log().Reset()

	all := []string{}
	for _, one := range want {
		all = append(all, "PUT "+sorted(w.t, one))
	}

	if !slices.Equal(got, all) {
		w.t.Errorf("sent\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(all, "\n"))
	}
}

func (w *world) wantState(want map[string]any) {
	w.t.Helper()

	got := w.core.State(w.vendor.address())
	for name, v := range want {
		if m, ok := v.(map[string]any); ok {
			for inner, x := range m {
				if o, _ := got[name].(map[string]any); !reflect.DeepEqual(o[inner], x) {
					w.t.Errorf("%s.%s is %#v, want %#v", name, inner, o[inner], x)
				}
			}

			continue
		}

		if !reflect.DeepEqual(got[name], v) {
			w.t.Errorf("%s is %#v, want %#v", name, got[name], v)
		}
	}
}

var wantError, wantWarning = proof.WantError, proof.WantWarning

func wantNone(tb testing.TB, d acctest.Diagnostics) {
	tb.Helper()

	if len(d) > 0 {
		tb.Errorf("unexpected:\n%s", d)
	}
}

// each runs a test for every vendor.
func each(t *testing.T, switches map[string]string, test func(t *testing.T, w *world, v vendor)) {
	t.Helper()

	for _, v := range vendors {
		t.Run(v.name, func(t *testing.T) {
			t.Parallel()
			test(t, newWorld(t, v, switches), v)
		})
	}
}
