// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package group_test

import (
	"reflect"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group/groupsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// TestFaultsOfGroups: what happens to every operation of the three kinds of groups.
func TestFaultsOfGroups(t *testing.T) {
	t.Parallel()

	type fault struct {
		fault   sim.Fault
		says    string // "" for none
		changed bool   // whether it was carried out
	}

	// A method's faults; PUT and DELETE are repeated where that is safe.
	cases := map[string]map[string]fault{
		"POST": {
			"500":                     {sim.Fault{Times: 1, Status: 500}, "", true},
			"committed but 500":       {sim.Fault{Times: 1, Status: 500, After: true}, "", true},
			"dropped":                 {sim.Fault{Times: 1, Drop: true}, "", true},
			"committed, then dropped": {sim.Fault{Times: 1, Drop: true, After: true}, "", true},
			"malformed":               {sim.Fault{Times: 1, Malformed: true}, "", true},
			"403":                     {sim.Fault{Status: 403}, "check its role", false},
			"404":                     {sim.Fault{Status: 404}, "status 404", false},
		},
		"PUT": {
			"500":                     {sim.Fault{Times: 1, Status: 500}, "status 500", false},
			"committed but 500":       {sim.Fault{Times: 1, Status: 500, After: true}, "status 500", true},
			"committed, then dropped": {sim.Fault{Times: 1, Drop: true, After: true}, "", true},
			"malformed":               {sim.Fault{Times: 1, Malformed: true}, "", true},
			"403":                     {sim.Fault{Status: 403}, "check its role", false},
			"404":                     {sim.Fault{Status: 404}, "within one organization only", false},
		},
		"DELETE": {
			"500":                     {sim.Fault{Times: 1, Status: 500}, "", true},
			"500 for ever":            {sim.Fault{Status: 500}, "status 500", false},
			"committed, then dropped": {sim.Fault{Times: 1, Drop: true, After: true}, "", true},
			"malformed":               {sim.Fault{Times: 1, Malformed: true}, "", true},
			"403":                     {sim.Fault{Status: 403}, "check its role", false},
		},
		"GET": {
			"500":       {sim.Fault{Times: 1, Status: 500}, "", true},
			"malformed": {sim.Fault{Times: 1, Malformed: true}, "", true},
			"403":       {sim.Fault{Status: 403}, "check its role", true},
		},
	}

	for address, collection := range map[string]string{
		baseline: groupsim.PolicyGroups, devices: groupsim.SystemGroups, staff: groupsim.UserGroups,
	} {
		for method, faults := range cases {
			for name, f := range faults {
				t.Run(address+" "+method+" "+name, func(t *testing.T) {
					t.Parallel()
					synctest.Test(t, func(t *testing.T) { faultyGroup(t, address, collection, method, f.fault, f.says, f.changed) })
				})
			}
		}
	}
}

func faultyGroup(t *testing.T, address, collection, method string, fault sim.Fault, says string, changed bool) {
	t.Helper()

	w := newWorld(t, nil)
	before, after := w.one(address, acctest.Attrs{"name": "Before"}), w.one(address, acctest.Attrs{"name": "After"})

	if method != "POST" {
		w.MustApply(before)
	}

	fault.Method, fault.PathPrefix = method, "/api/v2/"+collection
	injected := w.Sim.Inject(fault)

	var d acctest.Diagnostics

	want := []string{"Before"}

	switch method {
	case "POST":
		d = w.Apply(before)
	case "PUT":
		if d = w.Apply(after); changed {
			want[0] = "After"
		}
	case "DELETE":
		d = w.Destroy()
	default:
		d = w.Plan(before).Diags
	}

	if says == "" {
		wantNoError(t, d)
	} else {
		wantError(t, d, says, "Group", "Acme Inc")
	}

	if method == "POST" && !changed || method == "DELETE" && changed {
		want = nil
	}

	var names []string
	for _, g := range w.Sim.Docs(collection, w.Org).All() {
		names = append(names, g["name"].(string)) //nolint:forcetypeassert // a wrong type fails the test
	}

	if !reflect.DeepEqual(names, want) || injected.Fired() == 0 || w.Tainted(address) {
		t.Errorf("stored %q, want %q; fired %d times; tainted %t", names, want, injected.Fired(), w.Tainted(address))
	}

	if known := w.State(address) != nil; known != (want != nil) {
		t.Errorf("in state: %t", known)
	}

	injected.Remove()
	w.MustApply(after)
	w.only(collection)
	wantNoError(t, w.Destroy())

	if left := w.Sim.Docs(collection, w.Org).Len(); left > 0 {
		t.Errorf("%d left", left)
	}
}

// TestFaultsOfSets: an edge that fails is named, those that were added stay, and the next
// apply goes on from there.
func TestFaultsOfSets(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t, nil)
		p := w.policies(3)
		w.MustApply(w.baseline(acctest.Attrs{"name": "Baseline"}))

		config := w.baseline(acctest.Attrs{"name": "Baseline", "policy_ids": set(p...)})
		refused := w.Sim.Inject(sim.Fault{
			Method: "POST", Status: 403, Nth: 3, Times: 1, PathPrefix: "/api/v2/policygroups",
		})
		d := w.Apply(config)
		wantError(t, d, "Unable to Update Policy Group", "policy_ids", "check its role")

		if m := w.members(w.id(baseline)); len(m) != 2 || refused.Fired() != 1 {
			t.Errorf("members %v", m)
		}

		w.MustApply(config)

		if m := w.members(w.id(baseline)); len(m) != 3 {
			t.Errorf("members %v", m)
		}

		// A lost answer is no error, and nothing is added twice.
		lost := w.Sim.Inject(sim.Fault{Method: "POST", Drop: true, After: true, Every: 2})
		more := w.groups(groupsim.SystemGroup, 6)
		config[baseline]["system_group_ids"] = set(more...)
		config[baseline]["policy_ids"] = []any{}
		w.MustApply(config)

		if m, b := w.members(w.id(baseline)), w.targets(policyGroup(w.id(baseline)), groupsim.SystemGroup); len(m) != 0 || len(b) != 6 || lost.Fired() == 0 {
			t.Errorf("members %v, device groups %v", m, b)
		}
	})
}

// TestFailedFill: a group whose edges cannot all be added exists, and is in state.
func TestFailedFill(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	p := w.policies(1)
	config := w.baseline(acctest.Attrs{"name": "Baseline", "policy_ids": set(p...)})
	refused := w.Sim.Inject(sim.Fault{Method: "POST", Pattern: "/api/v2/policygroups/{group_id}/members", Status: 403})
	d := w.Apply(config)
	wantError(t, d, "Unable to Create Policy Group", "policy_ids", "check its role")

	if w.State(baseline)["id"] != w.only(groupsim.PolicyGroups)["id"] || !w.Tainted(baseline) {
		t.Errorf("state %v, tainted %t", w.State(baseline), w.Tainted(baseline))
	}

	refused.Remove()
	w.MustApply(config)
	w.only(groupsim.PolicyGroups)

	if !strings.Contains(d.String(), p[0]) {
		t.Errorf("%s", d)
	}
}
