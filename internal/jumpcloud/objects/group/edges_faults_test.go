// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package group_test

import (
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

func TestFaultsOfEdges(t *testing.T) {
	t.Parallel()

	type fault struct {
		fault sim.Fault
		says  []string // nil: none
		posts int
	}

	faults := map[string]fault{
		"500":                     {fault: sim.Fault{Method: "POST", Times: 1, Status: 500}, posts: 2},
		"committed but 500":       {fault: sim.Fault{Method: "POST", Times: 1, Status: 500, After: true}, posts: 1},
		"503":                     {fault: sim.Fault{Method: "POST", Times: 1, Status: 503}, posts: 2},
		"dropped":                 {fault: sim.Fault{Method: "POST", Times: 1, Drop: true}, posts: 2},
		"committed, then dropped": {fault: sim.Fault{Method: "POST", Times: 1, Drop: true, After: true}, posts: 1},
		"refused connection":      {fault: sim.Fault{Method: "POST", Times: 1, Refuse: true}, posts: 2},
		"malformed":               {fault: sim.Fault{Method: "POST", Times: 1, Malformed: true}, posts: 1},
		"429":                     {fault: sim.Fault{Method: "POST", Times: 3, Status: 429, RetryAfter: "1"}, posts: 4},
		"403":                     {fault: sim.Fault{Method: "POST", Status: 403}, posts: 1, says: []string{"check its role", "Acme Inc", "status 403"}},
		"500 for ever":            {fault: sim.Fault{Method: "POST", Status: 500}, posts: 1 + rest.DefaultMaxRetries, says: []string{"status 500"}},
	}

	for name, f := range faults {
		for kind, create := range someEdges() {
			t.Run(name+" "+kind, func(t *testing.T) {
				t.Parallel()
				synctest.Test(t, func(t *testing.T) { faultyEdge(t, create(t, nil), f.fault, f.says, f.posts) })
			})
		}
	}
}

// faultyEdge lives through a fault of its creation, and of its end.
func faultyEdge(t *testing.T, c *edgeCase, fault sim.Fault, says []string, posts int) {
	t.Helper()

	check := func(verb string, d acctest.Diagnostics, wasThere bool) {
		t.Helper()

		if says == nil {
			wantNoError(t, d)
		} else {
			wantError(t, d, append([]string{"Unable to " + verb + " " + c.title}, says...)...)
		}

		if n := c.Sim.Log().Count("POST", ""); n != posts {
			t.Errorf("%s: %d requests, want %d", verb, n, posts)
		}

		want := (says == nil) != wasThere
		if there, known := len(c.there()) == 1, c.State(c.address) != nil; there != want || known != want || c.Tainted(c.address) {
			t.Errorf("%s: there %t, in state %t, want %t", verb, there, known, want)
		}
	}

	injected := c.Sim.Inject(fault)
	c.Sim.Log().Reset()
	check("Create", c.Apply(c.config()), false)
	injected.Remove()
	c.MustApply(c.config())

	injected = c.Sim.Inject(fault)
	c.Sim.Log().Reset()
	check("Delete", c.Destroy(), true)
	injected.Remove()
	wantNoError(t, c.Destroy())

	if left := c.there(); len(left) > 0 {
		t.Errorf("left %v", left)
	}
}

func TestFaultsOfReadingEdges(t *testing.T) {
	t.Parallel()

	for name, f := range map[string]struct {
		fault sim.Fault
		says  []string
	}{
		"500":       {fault: sim.Fault{Times: 1, Status: 500}},
		"dropped":   {fault: sim.Fault{Times: 1, Drop: true}},
		"malformed": {fault: sim.Fault{Times: 1, Malformed: true}},
		"403":       {fault: sim.Fault{Status: 403}, says: []string{"check its role"}},
		// Not a not-found in disguise: the owner is there.
		"400": {fault: sim.Fault{Status: 400}, says: []string{"status 400"}},
	} {
		for kind, create := range someEdges() {
			t.Run(name+" "+kind, func(t *testing.T) {
				t.Parallel()
				synctest.Test(t, func(t *testing.T) {
					c := create(t, nil)
					c.MustApply(c.config())

					fault := f.fault
					fault.Method, fault.Pattern = "GET", "/api/v2/"+c.calls
					injected := c.Sim.Inject(fault)
					d := c.Plan(c.config()).Diags

					if f.says == nil {
						wantNoError(t, d)
					} else {
						wantError(t, d, append(f.says, "Unable to Read "+c.title)...)
					}

					if injected.Fired() == 0 || c.State(c.address) == nil {
						t.Errorf("fired %d times, state %v", injected.Fired(), c.State(c.address))
					}

					injected.Remove()
					c.MustPlanEmpty(c.config())
				})
			})
		}
	}
}

// TestUnclearEdge: when nobody can tell whether an edge was added, the error says so.
func TestUnclearEdge(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		c := newMembership(t, nil)
		c.Sim.Inject(sim.Fault{Method: "POST", Status: 500, After: true, Times: 1})
		reads := c.Sim.Inject(sim.Fault{Method: "GET", Pattern: "/api/v2/" + c.calls, Status: 403})
		wantError(t, c.Apply(c.config()), "Unable to Create Policy Group Membership", "may exist all the same")
		reads.Remove()

		// The next apply finds it there.
		c.MustApply(c.config())
	})
}
