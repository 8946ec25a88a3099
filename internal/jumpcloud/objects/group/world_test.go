// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package group_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group/groupsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

const missing = "0123456789abcdef01234567"

// world is held by value: a copy with another organization is the same service, seen from there.
type world struct {
	acctest.World

	other string // another organization of the same provider
}

func newWorld(t *testing.T, switches map[string]string) *world {
	t.Helper()

	w := acctest.NewWorld(t, acctest.Of{}, switches)

	globex, ok := w.Sim.OrganizationID(simulator.Globex)
	if !ok {
		t.Fatalf("no organization %q", simulator.Globex)
	}

	return &world{*w, globex}
}

// policies makes so many policies as somebody in the console would.
func (w *world) policies(n int) []string { return w.policiesOf(w.Org, n) }

func (w *world) policiesOf(org string, n int) []string {
	w.T.Helper()

	all := make([]string, 0, n)

	for i := range n {
		id, err := w.Sim.AddPolicy(org, simulator.SeedPolicy{
			Name: fmt.Sprintf("Policy %d", i), Template: "lock_screen_darwin", Values: map[string]any{"timeout": 300},
		})
		if err != nil {
			w.T.Fatal(err)
		}

		all = append(all, id)
	}

	slices.Sort(all)

	return all
}

// groups makes so many groups of a type as somebody in the console would.
func (w *world) groups(groupType string, n int) []string {
	all := make([]string, 0, n)
	for i := range n {
		all = append(all, groupsim.AddGroup(w.Sim.World, w.Org, groupType, fmt.Sprintf("%s %d", groupType, i)))
	}

	slices.Sort(all)

	return all
}

// object makes an object of a type as somebody in the console would.
func (w *world) object(ofType, name string) string {
	switch ofType {
	case groupsim.Command:
		return groupsim.AddCommand(w.Sim.World, w.Org, name)
	case groupsim.Policy:
		return w.policies(1)[0]
	case groupsim.RADIUSServer:
		return groupsim.AddRADIUSServer(w.Sim.World, w.Org, name)
	case groupsim.System:
		return groupsim.AddSystem(w.Sim.World, w.Org, groupsim.Device{DisplayName: name})
	case groupsim.User:
		return groupsim.AddUser(w.Sim.World, w.Org, name)
	}

	if slices.Contains(things, ofType) {
		return groupsim.AddThing(w.Sim.World, w.Org, ofType, name)
	}

	return groupsim.AddGroup(w.Sim.World, w.Org, ofType, name)
}

func (w *world) members(groupID string) []string { return w.membersOf(policyGroup(groupID)) }

func (w *world) membersOf(group groupsim.Ref) []string {
	all := groupsim.MembersOf(w.Sim.World, w.Org, group)
	slices.Sort(all)

	return all
}

func (w *world) targets(of groupsim.Ref, targetType string) []string {
	all := groupsim.TargetsOf(w.Sim.World, w.Org, of, targetType)
	slices.Sort(all)

	return all
}

func policyGroup(id string) groupsim.Ref { return groupsim.Ref{Type: groupsim.PolicyGroup, ID: id} }
func policy(id string) groupsim.Ref      { return groupsim.Ref{Type: groupsim.Policy, ID: id} }
func systemGroup(id string) groupsim.Ref { return groupsim.Ref{Type: groupsim.SystemGroup, ID: id} }

// only returns the one document of a collection.
func (w *world) only(collection string) sim.Doc {
	w.T.Helper()

	all := w.Sim.Docs(collection, w.Org).All()
	if len(all) != 1 {
		w.T.Fatalf("%d %s, want one: %v", len(all), collection, all)
	}

	return all[0]
}

func (w *world) id(address string) string {
	w.T.Helper()

	id, _ := w.State(address)["id"].(string)
	if id == "" {
		w.T.Fatalf("%s has no id: %v", address, w.State(address))
	}

	return id
}

// wantState checks attributes in state; a set is given sorted.
func (w *world) wantState(address string, want acctest.Attrs) {
	w.T.Helper()
	proof.WantMembers(w.T, w.State(address), want)
}

// calls returns what was requested since the log was last reset, and resets it. Requests
// with one route and status that follow one another are counted.
func (w *world) calls() []string {
	w.T.Helper()

	var (
		all  []string
		last string
		n    int
	)

	flush := func() {
		switch {
		case n == 1:
			all = append(all, last)
		case n > 1:
			all = append(all, fmt.Sprintf("%d× %s", n, last))
		}
	}

	for _, e := range w.Sim.Log().Calls("", "") {
		if strings.Contains(e.Route, "/providers") == (e.Header.Get("X-Org-Id") != "") {
			w.T.Errorf("%s %s was sent with the organization %q", e.Method, e.Path, e.Header.Get("X-Org-Id"))
		}

		text := fmt.Sprintf("%s %d", strings.Replace(e.Route, "/api/v2/", "", 1), e.Status)
		if text != last {
			flush()

			last, n = text, 0
		}

		n++
	}

	flush()
	w.Sim.Log().Reset()

	return all
}

func (w *world) wantCalls(want ...string) {
	w.T.Helper()
	proof.WantLines(w.T, "calls", w.calls(), want)
}

// wantUnordered is wantCalls for checks that run side by side.
func (w *world) wantUnordered(want ...string) {
	w.T.Helper()

	got := w.calls()
	slices.Sort(got)
	slices.Sort(want)
	proof.WantLines(w.T, "calls, in any order", got, want)
}

// operations returns the graph operations that were sent, such as "add ID", and resets the log.
func (w *world) operations() []string {
	var all []string

	for _, e := range w.Sim.Log().Calls("POST", "") {
		if o := e.Object(); o["op"] != nil {
			all = append(all, fmt.Sprintf("%s %s %s", o["op"], o["type"], o["id"]))
		}
	}

	w.Sim.Log().Reset()

	return all
}

func set(ids ...string) []any {
	all := []any{}
	for _, id := range slices.Sorted(slices.Values(ids)) {
		all = append(all, id)
	}

	return all
}

// exempt are exemptions of a query that name no organization.
func exempt(ids ...string) []any {
	all := []any{}
	for _, id := range slices.Sorted(slices.Values(ids)) {
		all = append(all, map[string]any{"id": id, "organization_id": nil})
	}

	return all
}

var wantError, wantNoError = proof.WantError, proof.WantNoError
