// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package project_test

import (
	"fmt"
	"net/http"
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin/bindplanesim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// TestFaults: one fault of one operation, and what has to come of it. Time is virtual.
func TestFaults(t *testing.T) {
	t.Parallel()

	create := func(w *world) proof.Diagnostics { return w.core.Apply(config(nil)) }
	destroy := func(w *world) proof.Diagnostics { w.core.MustApply(config(nil)); w.sim.Log().Reset(); return nil }

	for name, c := range map[string]struct {
		fault  sim.Fault
		first  func(w *world) proof.Diagnostics
		do     func(w *world) proof.Diagnostics
		says   []string
		calls  int
		stored int
	}{
		"create, 500":               {fault: sim.Fault{Method: "POST", Times: 1, Status: 500}, do: create, calls: 2, stored: 1},
		"create, committed but 500": {fault: sim.Fault{Method: "POST", Times: 1, Status: 500, After: true}, do: create, calls: 1, stored: 1},
		"create, dropped":           {fault: sim.Fault{Method: "POST", Times: 1, Drop: true, After: true}, do: create, calls: 1, stored: 1},
		"create, malformed":         {fault: sim.Fault{Method: "POST", Times: 1, Malformed: true}, do: create, calls: 1, stored: 1},
		"create, empty":             {fault: sim.Fault{Method: "POST", Times: 1, Status: 201, Body: "{}", After: true}, do: create, calls: 1, stored: 1},
		"create, 403":               {fault: sim.Fault{Method: "POST", Status: 403}, do: create, calls: 1, says: []string{"Unable to Create Project", "Organization Admin"}},
		"create, 409":               {fault: sim.Fault{Method: "POST", Status: 409}, do: create, calls: 1, says: []string{"Unable to Create Project", "status 409"}},
		"delete, 500":               {fault: sim.Fault{Method: "DELETE", Times: 1, Status: 500}, first: destroy, calls: 2},
		"delete, committed but 500": {fault: sim.Fault{Method: "DELETE", Times: 1, Status: 500, After: true}, first: destroy, calls: 2},
		"delete, 400": {
			fault: sim.Fault{Method: "DELETE", Times: 1, Status: 400, After: true}, first: destroy, calls: 1, // it is gone, whatever the answer
		},
		"delete, 404": {
			fault: sim.Fault{Method: "DELETE", Status: 404}, first: destroy, calls: 1, stored: 1, says: []string{"Unable to Delete Project", "shows it all the same"},
		},
		"delete, 403":   {fault: sim.Fault{Method: "DELETE", Status: 403}, first: destroy, calls: 1, stored: 1, says: []string{"Unable to Delete Project"}},
		"read, 500":     {fault: sim.Fault{Method: "GET", Pattern: every, Times: 1, Status: 500}, do: create, calls: 1, stored: 1},
		"read, no list": {fault: sim.Fault{Method: "GET", Pattern: every, Status: 200, Body: "{}"}, do: create, says: []string{"cannot be relied on"}},
		"read, without ids": {
			fault: sim.Fault{Method: "GET", Pattern: every, Status: 200, Body: `{"organizationAccounts":[{"organization":{}}]}`}, do: create,
			says: []string{"Unable to Create Project", "no id"},
		},
		"read, 403": {fault: sim.Fault{Method: "GET", Status: 403}, do: create, says: []string{"Unable to Create Project", "status 403"}},
		"lists elsewhere": {
			fault: sim.Fault{Method: "GET", Pattern: "/v1/organizations/projects", Status: 200, Body: `{"accounts":[]}`}, do: create,
			says: []string{"cannot be told in which organization"},
		},
		"no lists": {
			fault: sim.Fault{Method: "GET", Match: isList, Status: 404}, do: create, says: []string{"lists no projects"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				w := newWorld(t, nil)
				if c.first != nil {
					c.first(w)

					c.do = func(w *world) proof.Diagnostics { return w.core.Destroy() }
				}

				injected := w.sim.Inject(c.fault)
				d := c.do(w)

				if c.says == nil {
					wantNothing(t, d)
				} else {
					wantError(t, d, c.says...)
				}

				method := c.fault.Method
				if method == "GET" {
					method = "POST"
				}

				if n := w.sim.Log().Count(method, all); n != c.calls || len(w.stored()) != c.stored || injected.Fired() == 0 {
					t.Errorf("%d requests with %s, want %d; stored %v, want %d; fired %d", n, method, c.calls, w.stored(), c.stored, injected.Fired())
				}

				injected.Remove()
				w.core.MustApply(config(nil))
				w.only()
			})
		})
	}
}

// TestLostCreations: of sixty creations one in ten is committed and answered 500; exactly
// sixty exist.
func TestLostCreations(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		const many = 60

		w := newWorld(t, nil)
		wanted := proof.Config{}

		for i := range many {
			wanted[fmt.Sprintf("bindplaneadmin_project.p%d", i)] = proof.Attrs{"display_name": fmt.Sprintf("Project %d", i), "organization_id": w.client}
		}

		lost := w.sim.Inject(sim.Fault{Method: "POST", Probability: 0.1, Status: 500, After: true})
		wantNothing(t, w.core.Apply(wanted))

		if n := w.sim.Store.Docs(bindplanesim.Projects, "").Len(); lost.Fired() < many/20 || n != many+2 {
			t.Errorf("%d answers were lost; %d projects exist, want %d and two more", lost.Fired(), n, many)
		}

		lost.Remove()
		w.sim.Log().Reset()
		w.core.MustPlanEmpty(wanted)

		if n := w.sim.Log().Count("", lists); n != 1 {
			t.Errorf("%d calls refresh them, want one", n)
		}
	})
}

// isList matches the lists of one organization's projects, under both their names.
func isList(r *http.Request) bool {
	return r.URL.Path == "/v1/organizations/projects" || r.URL.Path == "/v1/organizations/accounts"
}
