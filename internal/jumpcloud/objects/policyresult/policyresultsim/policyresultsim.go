// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package policyresultsim simulates what devices report about policies
// (evidence: policies 5).
package policyresultsim

import (
	"cmp"
	"net/http"
	"slices"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// Collection is where results are stored, scoped by organization, the oldest first.
const Collection = "policyresults"

// policies are stored here by whoever simulates them.
const policies = "policies"

// The states that were seen (evidence: policies 5.1).
const (
	Success = "success"
	Failed  = "failed"
	Pending = "pending"
)

var switches = []sim.Switch{
	{
		Name: "policyresult-report", Default: Success, Values: []string{Success, Failed, Pending, "none"},
		About: "what a device reports by itself once a policy reaches it; it has reported when somebody looks",
	},
	{
		Name: "policyresult-unknown-policy", Default: "404", Values: []string{"404", "empty"},
		About: "what the results and statuses of an unknown policy are",
	},
	{
		Name: "policystatus-unreached", Default: "keep", Values: []string{"keep", "drop"},
		About: "whether a device that the policy no longer reaches keeps its last status",
	},
}

// Register adds the routes and switches to a world.
func Register(w *jumpcloudsim.World) {
	w.Switches.Define(switches...)

	r := reports{w}
	query := []string{
		jumpcloudsim.FieldList, jumpcloudsim.Filter, jumpcloudsim.Limit, jumpcloudsim.Skip, jumpcloudsim.Sort,
	}

	w.Tenant("GET /api/v2/policies/{policy_id}/policyresults", r.ofPolicy(r.results), query...)
	w.Tenant("GET /api/v2/policies/{policy_id}/policystatuses", r.ofPolicy(r.statuses), query...)
	w.Tenant("GET /api/v2/systems/{system_id}/policystatuses", r.ofSystem, query...)
	w.Tenant("GET /api/v2/policyresults", r.list, query...)
	w.Tenant("GET /api/v2/policyresults/{id}", r.get)
}

// Result is what a device reports, as a test or a seed describes it.
type Result struct {
	PolicyID, SystemID, State, Detail string
	ExitStatus                        int
}

// Report stores a result, as if the device had just sent it, and returns its id.
func Report(w *jumpcloudsim.World, orgID string, r Result) string {
	id := w.IDs.ObjectID()
	now := w.Clock.Now().UTC().Format(time.RFC3339)
	d := sim.Doc{
		"id": id, "policyID": r.PolicyID, "systemID": r.SystemID, "userObjectId": "", "state": r.State, "success": r.State == Success,
		"detail": r.Detail, "exitStatus": r.ExitStatus, "startedAt": now, "stdErr": "", "stdOut": "",
	}

	if r.State != Pending {
		d["endedAt"] = now
	}

	w.Store.Docs(Collection, orgID).Put(id, d)

	return id
}

type reports struct {
	w *jumpcloudsim.World
}

// catchUp lets every device that a policy reaches report if it has not. It is no write of
// the client's, hence not through the call.
func (r reports) catchUp(orgID, policyID string) {
	state := r.w.Switches.Get("policyresult-report")
	if state == "none" {
		return
	}

	reported := map[any]bool{}
	for _, d := range ofPolicy(r.w.Store.Docs(Collection, orgID).All(), policyID) {
		reported[d["systemID"]] = true
	}

	for _, system := range r.w.SystemsOf(orgID, policyID) {
		if !reported[system] {
			Report(r.w, orgID, Result{PolicyID: policyID, SystemID: system, State: state, ExitStatus: map[string]int{Failed: 1}[state]})
		}
	}
}

func ofPolicy(docs []sim.Doc, policyID string) []sim.Doc {
	return slices.DeleteFunc(docs, func(d sim.Doc) bool { return d["policyID"] != policyID })
}

func (r reports) ofPolicy(show func(orgID, policyID string) []sim.Doc) jumpcloudsim.Handler {
	return func(c *jumpcloudsim.Call) sim.Response {
		id := c.PathValue("policy_id")
		if _, ok := c.Tenant(policies).Get(id); !ok && c.Switch("policyresult-unknown-policy") == "404" {
			return jumpcloudsim.NotFound()
		}

		r.catchUp(c.OrgID, id)

		return c.Array(show(c.OrgID, id), jumpcloudsim.List{})
	}
}

// results are the history [kb].
func (r reports) results(orgID, policyID string) []sim.Doc {
	return ofPolicy(r.w.Store.Docs(Collection, orgID).All(), policyID)
}

// statuses are the latest result of each device [kb].
func (r reports) statuses(orgID, policyID string) []sim.Doc {
	latest := map[any]sim.Doc{}
	for _, d := range r.results(orgID, policyID) {
		latest[d["systemID"]] = d
	}

	if r.w.Switches.Get("policystatus-unreached") == "drop" {
		reached := r.w.SystemsOf(orgID, policyID)
		for system := range latest {
			if id, _ := system.(string); !slices.Contains(reached, id) {
				delete(latest, system)
			}
		}
	}

	out := []sim.Doc{}
	for _, d := range latest {
		out = append(out, d)
	}

	slices.SortFunc(out, func(a, b sim.Doc) int {
		x, _ := a["id"].(string)
		y, _ := b["id"].(string)

		return cmp.Compare(x, y)
	})

	return out
}

// ofSystem are the latest results of one device, of every policy [S].
func (r reports) ofSystem(c *jumpcloudsim.Call) sim.Response {
	all := []sim.Doc{}

	for _, policy := range c.Tenant(policies).IDs() {
		r.catchUp(c.OrgID, policy)

		for _, d := range r.statuses(c.OrgID, policy) {
			if d["systemID"] == c.PathValue("system_id") {
				all = append(all, d)
			}
		}
	}

	return c.Array(all, jumpcloudsim.List{})
}

func (r reports) list(c *jumpcloudsim.Call) sim.Response {
	for _, id := range c.Tenant(policies).IDs() {
		r.catchUp(c.OrgID, id)
	}

	return c.Array(c.Tenant(Collection).All(), jumpcloudsim.List{})
}

func (r reports) get(c *jumpcloudsim.Call) sim.Response {
	d, ok := c.Tenant(Collection).Get(c.PathValue("id"))
	if !ok {
		return jumpcloudsim.NotFound()
	}

	return sim.JSON(http.StatusOK, d)
}
