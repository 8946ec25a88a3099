// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package alert_test

import (
	"maps"
	"net/http"
	"reflect"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa/psasim"
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

// world has an integration of one vendor whose tickets are on.
type world struct {
	*acctest.World

	vendor      vendor
	integration string
}

func newWorld(tb testing.TB, v vendor, switches map[string]string) *world {
	tb.Helper()

	all := acctest.NewWorld(tb, acctest.Of{Path: "/api/", Headerless: true}, switches)
	w := &world{all, v, psasim.AddIntegration(all.Sim.World, all.ProviderID, v.name)}
	w.ticketing(true)

	return w
}

func (w *world) ticketing(on bool) {
	settings := w.Sim.Docs(psasim.Settings, "")
	settings.Put(w.integration, sim.Doc{"automaticTicketing": on})
}

func (w *world) alertID() string { return psasim.AlertID(w.ProviderID, w.vendor.name, 1) }

func (w *world) stored() sim.Doc {
	d, _ := w.Sim.Docs(psasim.AlertConfigurations, w.ProviderID+"/"+w.vendor.name).Get(w.alertID())

	return d
}

// change changes the configuration as if in the console; it has to be stored.
func (w *world) change(do func(d sim.Doc)) {
	w.T.Helper()

	if !w.Sim.Change(psasim.AlertConfigurations, w.ProviderID+"/"+w.vendor.name, w.alertID(), do) {
		w.T.Fatal("nothing is stored")
	}
}

// wantPuts checks the bodies of the writes since the log was last reset, and resets it.
func (w *world) wantPuts(want ...string) {
	w.T.Helper()

	var got, all []string

	for _, e := range w.Calls("") {
		if e.Method != http.MethodGet {
			got = append(got, e.Method+" "+proof.SortedJSON(w.T, string(e.Body)))
		}
	}

	for _, one := range want {
		all = append(all, "PUT "+proof.SortedJSON(w.T, one))
	}

	proof.WantLines(w.T, "sent", got, all)
}

func (w *world) wantState(want map[string]any) {
	w.T.Helper()

	got := w.State(w.vendor.address())
	for name, v := range want {
		if m, ok := v.(map[string]any); ok {
			for inner, x := range m {
				if o, _ := got[name].(map[string]any); !reflect.DeepEqual(o[inner], x) {
					w.T.Errorf("%s.%s is %#v, want %#v", name, inner, o[inner], x)
				}
			}

			continue
		}

		if !reflect.DeepEqual(got[name], v) {
			w.T.Errorf("%s is %#v, want %#v", name, got[name], v)
		}
	}
}

var (
	wantError, wantWarning, wantNone = proof.WantError, proof.WantWarning, proof.WantNoError
	sorted                           = proof.SortedJSON
)

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
