// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package iplist_test

import (
	"net/http"
	"reflect"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/iplist/iplistsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// After a run that was killed: what it made has the name, and no state has it.
func TestNameIsTaken(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	w.put(first, "Office")

	config := w.Config(acctest.Attrs{"name": "Office", "ips": []any{}})
	wantError(t, w.Apply(config), first, "import", w.Org+"/"+first, "allow_duplicate_name = true", "moved")

	if w.Only(); w.Sim.Log().Count("POST", lists) > 0 || w.State(office) != nil {
		t.Errorf("state %v", w.State(office))
	}

	config[office]["allow_duplicate_name"] = true
	w.MustApply(config)

	if len(w.Stored()) != 2 {
		t.Errorf("stored %v", w.Stored())
	}

	// The guard concerns creating alone: that it changes sends nothing.
	w.Sim.Log().Reset()

	delete(config[office], "allow_duplicate_name")
	w.MustApply(config)

	for _, e := range w.Sim.Log().Calls("", lists) {
		if e.Method != http.MethodGet {
			t.Errorf("sent %s %s", e.Method, e.Path)
		}
	}

	w.WantState(acctest.Attrs{"allow_duplicate_name": nil, "name": "Office"})
}

// What files and web pages leave around an entry is not sent, and state keeps what was written.
func TestWhiteSpaceAroundEntries(t *testing.T) {
	t.Parallel()

	for name, switches := range map[string]map[string]string{
		"kept": nil, "strict": {"iplist-ips-invalid": "refuse"}, "canonical": {"iplist-ips-spelling": "canonical"},
	} {
		t.Log(name)

		w := newWorld(t, switches)
		config := w.Config(acctest.Attrs{"name": "Office", "ips": []any{"\u00a0203.0.113.7", "203.0.113.8\r", "203.0.113.9 ", "203.0.113.9"}})
		w.MustApply(config)

		if got := w.Only()["ips"]; !reflect.DeepEqual(got, []any{"203.0.113.7", "203.0.113.8", "203.0.113.9"}) {
			t.Errorf("stored %q", got)
		}

		w.WantState(acctest.Attrs{"ips": []any{"203.0.113.8\r", "203.0.113.9", "203.0.113.9 ", "\u00a0203.0.113.7"}})
		w.MustPlanEmpty(config)

		// Without it, the request is the same: none.
		w.Sim.Log().Reset()
		config[office]["ips"] = []any{"203.0.113.7", "203.0.113.8", "203.0.113.9"}
		w.MustApply(config)

		for _, e := range w.Sim.Log().Calls("", lists) {
			if e.Method != http.MethodGet {
				t.Errorf("sent %s %s", e.Method, e.Path)
			}
		}

		w.WantState(acctest.Attrs{"ips": []any{"203.0.113.7", "203.0.113.8", "203.0.113.9"}})
	}
}

// A service that trims texts makes no difference and taints nothing.
func TestServiceThatTrims(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	answer := `{"id":"` + first + `","name":"Office","description":"HQ","ips":[]}`
	fault := w.Sim.Inject(sim.Fault{Method: "POST", PathPrefix: lists, Status: 201, Body: answer, After: true})

	w.Sim.Put(iplistsim.Collection, w.Org, first, sim.Doc{"id": first, "name": "Office", "description": "HQ", "ips": []any{}})
	config := w.Config(acctest.Attrs{"name": "Office ", "description": "\tHQ", "ips": []any{}})
	w.MustApply(config)
	fault.Remove()

	w.WantState(acctest.Attrs{"id": first, "name": "Office ", "description": "\tHQ"})
	w.MustPlanEmpty(config)
}
