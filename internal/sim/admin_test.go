// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package sim_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

func TestAdmin(t *testing.T) {
	t.Parallel()

	s := newServer(t)
	s.Switches.Define(sim.Switch{Name: "mood", Default: "good", Values: []string{"good", "bad"}, About: "how it feels"})
	s.Store.Docs("things", "t").Put("1", sim.Doc{"id": "1", "name": "a", "note": "n"})

	s.SetBaseline()

	steps := []struct {
		method, path, body string
		status             int
		want               string
	}{
		{"POST", "/__sim/faults", `{"name":"slow","method":"GET","nth":1,"status":503,"latency":"1ms"}`, 200, `"ok":true`},
		{"GET", "/__sim/faults", "", 200, `"latency":"1ms"`},
		{"GET", "/things", "", 503, ""},
		{"GET", "/__sim/log?method=GET&path=/thi", "", 200, `"fault":"slow"`},
		{"GET", "/things?page=1", "", 200, ""},
		{"GET", "/__sim/violations", "", 200, `"rule":"query"`},
		{"POST", "/__sim/faults", `{"staus":503}`, 400, "unknown field"},
		{"POST", "/__sim/faults", `{"staus":503}`, 400, `did you mean \"status\"?`},
		{"POST", "/__sim/faults", `{"method":"GET"}`, 400, "no effect"},
		{"POST", "/__sim/faults", `{"latency":"soon"}`, 400, "invalid duration"},
		{"POST", "/__sim/clock", `{"advance":"1h"}`, 200, "04:04:05"},
		{"GET", "/__sim/clock", "", 200, "04:04:05"},
		{"POST", "/__sim/switches", `{"name":"mood","value":"bad"}`, 200, ""},
		{"POST", "/__sim/switches", `{"name":"mood","value":"odd"}`, 400, "good, bad"},
		{"POST", "/__sim/switches", `{"name":"nope","value":"odd"}`, 400, "no switch"},
		{"GET", "/__sim/switches", "", 200, `"value":"bad"`},
		{"GET", "/__sim/switches?format=markdown", "", 200, "| `mood` | **good**, bad | how it feels |"},
		{"PATCH", "/__sim/documents/things/1?scope=t", `{"name":"b"}`, 200, `"note":"n"`},
		{"PUT", "/__sim/documents/things/2?scope=t", `{"name":"c"}`, 200, ""},
		{"GET", "/__sim/documents/things?scope=t", "", 200, `"name":"b"`},
		{"DELETE", "/__sim/documents/things/2?scope=t", "", 200, ""},
		{"DELETE", "/__sim/documents/things/2?scope=t", "", 400, "no document"},
		{"DELETE", "/__sim/log", "", 200, ""},
		{"POST", "/__sim/reset", "", 200, ""},
		{"GET", "/__sim/documents/things?scope=t", "", 200, `"name":"a"`},
		{"GET", "/__sim/nothing", "", 404, ""},
	}

	for _, step := range steps {
		a := call(t.Context(), t, s, step.method, step.path, step.body)
		if a.status != step.status || !strings.Contains(a.body, step.want) {
			t.Errorf("%s %s: %d %s, want %d %s", step.method, step.path, a.status, a.body, step.status, step.want)
		}
	}

	if s.Log().Count("", "/__sim/") != 0 || s.Switches.Get("mood") != "good" || !s.Clock.Now().Equal(epoch) || len(s.Faults()) != 0 {
		t.Error("reset left something behind, or admin calls are logged")
	}

	s.Inject(sim.Fault{Status: http.StatusTeapot})

	if a := call(t.Context(), t, s, "DELETE", "/__sim/faults", ""); a.status != 200 || len(s.Faults()) != 0 {
		t.Errorf("a fault reached an admin route: %d", a.status)
	}
}

func TestSwitches_DefineRefusesNonsense(t *testing.T) {
	t.Parallel()

	for name, row := range map[string]sim.Switch{
		"default is no value": {Name: "a", Default: "x", Values: []string{"y"}},
		"twice":               {Name: "known", Default: "x", Values: []string{"x"}},
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s was accepted", name)
				}
			}()

			s := sim.New(sim.Options{Now: time.Now})
			s.Switches.Define(sim.Switch{Name: "known", Default: "x", Values: []string{"x"}})
			s.Switches.Define(row)
		}()
	}
}
