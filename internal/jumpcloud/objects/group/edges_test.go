// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package group_test

import (
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group/groupsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/policy/policysim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// edgeCase is one edge resource with its ends, in a world of its own.
type edgeCase struct {
	*world

	address string
	title   string
	attrs   acctest.Attrs // without organization_id
	owner   groupsim.Ref
	target  groupsim.Ref
	twin    string // another object that can stand at the target's end
	calls   string // what its requests go to
}

func (c *edgeCase) config() acctest.Config { return acctest.Config{c.address: c.In(c.attrs)} }

// idAttr is the attribute with the id of the target.
func (c *edgeCase) idAttr() string {
	if c.attrs["target_id"] == nil {
		return c.target.Type + "_id"
	}

	return "target_id"
}

func (c *edgeCase) there() []string {
	if c.attrs["target_id"] == nil {
		return c.membersOf(c.owner)
	}

	return c.targets(c.owner, c.target.Type)
}

// add makes the edge as somebody in the console would, remove unmakes it.
func (c *edgeCase) add() {
	if c.attrs["target_id"] == nil {
		groupsim.Join(c.Sim.World, c.Org, c.owner, c.target)
	} else {
		groupsim.Bind(c.Sim.World, c.Org, c.owner, c.target)
	}
}

func (c *edgeCase) remove() {
	if c.attrs["target_id"] == nil {
		groupsim.Leave(c.Sim.World, c.Org, c.owner, c.target)
	} else {
		groupsim.Unbind(c.Sim.World, c.Org, c.owner, c.target)
	}
}

func (c *edgeCase) importID() string {
	parts := []string{c.Org, c.owner.ID}
	if t, ok := c.attrs["target_type"].(string); ok {
		parts = append(parts, t)
	}

	return strings.Join(append(parts, c.target.ID), "/")
}

// makeEdge makes an edge case in a world of its own.
type makeEdge func(t *testing.T, switches map[string]string) *edgeCase

func newMembership(t *testing.T, switches map[string]string) *edgeCase {
	t.Helper()

	w := newWorld(t, switches)
	p, g := w.policies(2), w.groups(groupsim.PolicyGroup, 1)

	return &edgeCase{
		w, "jumpcloud_policy_group_membership.x", "Policy Group Membership",
		acctest.Attrs{"policy_group_id": g[0], "policy_id": p[0]},
		policyGroup(g[0]), policy(p[0]), p[1],
		"policygroups/{group_id}/members",
	}
}

func newAssociation(t *testing.T, switches map[string]string, ofGroup bool, targetType string) *edgeCase {
	t.Helper()

	w := newWorld(t, switches)
	to, twin := w.object(targetType, "one"), w.object(targetType, "two")

	if ofGroup {
		g := w.groups(groupsim.PolicyGroup, 1)[0]

		return &edgeCase{
			w, "jumpcloud_policy_group_association.x", "Policy Group Association",
			acctest.Attrs{"policy_group_id": g, "target_type": targetType, "target_id": to},
			policyGroup(g),
			groupsim.Ref{Type: targetType, ID: to},
			twin, "policygroups/{group_id}/associations",
		}
	}

	p := w.policies(1)[0]

	return &edgeCase{
		w, "jumpcloud_policy_association.x", "Policy Association",
		acctest.Attrs{"policy_id": p, "target_type": targetType, "target_id": to},
		policy(p),
		groupsim.Ref{Type: targetType, ID: to},
		twin, "policies/{policy_id}/associations",
	}
}

// edgeCases are all kinds of edges, by name.
func edgeCases() map[string]makeEdge {
	all := map[string]makeEdge{
		"membership": newMembership, "device group membership": newDeviceMembership, "user group membership": newUserMembership,
	}

	for _, targetType := range ofUserGroups {
		all["user group to "+targetType] = func(t *testing.T, switches map[string]string) *edgeCase {
			t.Helper()

			return newUserGroupAssociation(t, switches, targetType)
		}
	}

	for _, targetType := range ofDeviceGroups {
		all["device group to "+targetType] = func(t *testing.T, switches map[string]string) *edgeCase {
			t.Helper()

			return newDeviceGroupAssociation(t, switches, targetType)
		}
	}

	for _, targetType := range []string{groupsim.System, groupsim.SystemGroup, groupsim.User, groupsim.UserGroup} {
		all["policy to "+targetType] = func(t *testing.T, switches map[string]string) *edgeCase {
			t.Helper()

			return newAssociation(t, switches, false, targetType)
		}
		all["policy group to "+targetType] = func(t *testing.T, switches map[string]string) *edgeCase {
			t.Helper()

			return newAssociation(t, switches, true, targetType)
		}
	}

	return all
}

// someEdges are one of each resource, for what the type of the target does not change.
func someEdges() map[string]makeEdge {
	all := edgeCases()
	maps.DeleteFunc(all, func(name string, _ makeEdge) bool {
		return !strings.HasSuffix(name, "membership") && !strings.HasSuffix(name, " to "+groupsim.SystemGroup) &&
			name != "device group to "+groupsim.Policy && name != "user group to "+groupsim.Application
	})

	return all
}

func eachEdge(
	t *testing.T, cases map[string]makeEdge, switches map[string]string,
	do func(t *testing.T, c *edgeCase),
) {
	t.Helper()

	for name, create := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			do(t, create(t, switches))
		})
	}
}

func TestEdgeLifeCycle(t *testing.T) {
	t.Parallel()

	eachEdge(t, edgeCases(), nil, func(t *testing.T, c *edgeCase) {
		t.Helper()

		c.forget()

		plan := c.Plan(c.config())
		wantNoError(t, plan.Diags)

		asked := c.world.calls()

		wantNoError(t, plan.Apply())

		sent := c.Sim.Log().Calls("POST", "")
		if want := (sim.Doc{"op": "add", "type": c.target.Type, "id": c.target.ID}); len(sent) != 1 || !reflect.DeepEqual(sent[0].Object(), want) {
			t.Errorf("sent %v, want %v", sent, want)
		}

		// The apply plans once more, in a process of its own.
		c.wantUnordered(append(asked, "POST "+c.calls+" 204")...)

		// An edge has nothing but its keys, which are its identity as well.
		want := c.In(c.attrs)
		if got := c.State(c.address); !reflect.DeepEqual(got, want) {
			t.Errorf("state %v, want %v", got, want)
		}

		if got := c.Identity(c.address); !reflect.DeepEqual(got, want) {
			t.Errorf("identity %v, want %v", got, want)
		}

		c.MustPlanEmpty(c.config())
		c.wantCalls("GET " + c.calls + " 200")

		// Another end is another edge.
		before := maps.Clone(c.attrs)
		c.attrs[c.idAttr()] = c.twin

		if a := c.Plan(c.config()).Actions()[c.address]; a != acctest.Replace {
			t.Errorf("planned %s", a)
		}

		c.MustApply(c.config())

		if got := c.there(); !slices.Equal(got, []string{c.twin}) {
			t.Errorf("edges to %v", got)
		}

		c.attrs = before
		c.MustApply(c.config())

		// Removed in the console: planned again.
		c.remove()

		if plan := c.Plan(c.config()); plan.Actions()[c.address] != acctest.Create || len(plan.Diags) > 0 {
			t.Errorf("%v %s", plan.Actions(), plan.Diags)
		}

		c.MustApply(c.config())

		// Somebody else's edge stays.
		c.Sim.Log().Reset()

		plan = c.Plan(acctest.Config{})
		c.forget()
		wantNoError(t, plan.Apply())
		c.wantCalls("POST " + c.calls + " 204")

		if left := c.there(); len(left) > 0 {
			t.Errorf("left %v", left)
		}
	})
}

// forget forgets what was called.
func (w *world) forget() { w.Sim.Log().Reset() }

func TestEdgeImport(t *testing.T) {
	t.Parallel()

	eachEdge(t, edgeCases(), nil, func(t *testing.T, c *edgeCase) {
		t.Helper()

		c.add()

		for name, imported := range map[string]func(core *acctest.Core) acctest.Diagnostics{
			"by id":       func(core *acctest.Core) acctest.Diagnostics { return core.Import(c.address, c.importID()) },
			"by identity": func(core *acctest.Core) acctest.Diagnostics { return core.ImportByIdentity(c.address, c.In(c.attrs)) },
		} {
			core := acctest.NewCore(t, c.Sim, acctest.As(c.Sim, simulator.RoleBilling))
			wantNoError(t, imported(core))

			if got, want := core.State(c.address), c.In(c.attrs); !reflect.DeepEqual(got, want) {
				t.Errorf("%s: %v, want %v", name, got, want)
			}

			core.MustPlanEmpty(c.config())
		}

		c.remove()
		wantError(t, c.Import(c.address, c.importID()), "Unable to Read "+c.title, c.target.ID, "Acme Inc")
		wantError(t, c.Import(c.address, c.Org), "Unable to Import "+c.title, "<organization_id>/")
		wantError(t, c.Import(c.address, strings.Replace(c.importID(), "/"+c.target.ID, "/x", 1)), `"x" is not an id of 24 hexadecimal digits`)
	})

	c := newAssociation(t, nil, false, groupsim.System)
	wantError(t, c.Import(c.address, strings.Replace(c.importID(), "/system/", "/printer/", 1)),
		`target_type "printer" is not one of system, system_group, user, user_group`)
}

// TestEdgeIsThereAlready: an edge that somebody else made is not made twice, and not an error.
func TestEdgeIsThereAlready(t *testing.T) {
	t.Parallel()

	for _, answer := range []string{"conflict", "accept"} {
		eachEdge(t, someEdges(), map[string]string{"graph-association-twice": answer}, func(t *testing.T, c *edgeCase) {
			t.Helper()

			c.add()
			c.MustApply(c.config())

			if got := c.there(); !slices.Equal(got, []string{c.target.ID}) {
				t.Errorf("edges to %v", got)
			}
		})
	}
}

// TestEdgeOfObjectThatIsGone: the graph says 400 or 404 for an owner that was deleted; both
// mean that the edge is gone with it.
func TestEdgeOfObjectThatIsGone(t *testing.T) {
	t.Parallel()

	for _, answer := range []string{"invalid", "not-found"} {
		eachEdge(t, someEdges(), map[string]string{"graph-unknown-object": answer}, func(t *testing.T, c *edgeCase) {
			t.Helper()

			c.MustApply(c.config())

			collection := map[string]string{
				groupsim.Policy: policysim.Collection, groupsim.PolicyGroup: groupsim.PolicyGroups, groupsim.SystemGroup: groupsim.SystemGroups,
				groupsim.UserGroup: groupsim.UserGroups,
			}[c.owner.Type]

			// Between plan and apply, then before a plan.
			gone := c.Plan(acctest.Config{})
			owner, _ := c.Sim.Docs(collection, c.Org).Get(c.owner.ID)
			c.Sim.Remove(collection, c.Org, c.owner.ID)
			wantNoError(t, gone.Apply())
			c.Sim.Put(collection, c.Org, c.owner.ID, owner)
			c.MustApply(c.config())
			c.Sim.Remove(collection, c.Org, c.owner.ID)
			wantError(t, c.Plan(c.config()).Diags, "Not in This Organization", c.owner.ID)
			wantNoError(t, c.Destroy())
		})
	}
}

func TestEdgeRemoveThatIsMissing(t *testing.T) {
	t.Parallel()

	for _, answer := range []string{"not-found", "accept"} {
		eachEdge(t, someEdges(), map[string]string{"graph-remove-missing": answer}, func(t *testing.T, c *edgeCase) {
			t.Helper()

			c.MustApply(c.config())

			plan := c.Plan(acctest.Config{})
			c.remove()
			wantNoError(t, plan.Apply())

			if len(c.Addresses()) > 0 {
				t.Errorf("in state: %v", c.Addresses())
			}
		})
	}
}

func TestEdgeValidation(t *testing.T) {
	t.Parallel()

	eachEdge(t, edgeCases(), nil, func(t *testing.T, c *edgeCase) {
		t.Helper()

		for name, v := range map[string]struct {
			value string
			says  string
		}{
			"policy_id": {"Lock", "24 hexadecimal digits"}, "policy_group_id": {"Baseline", "24 hexadecimal digits"},
			"system_id": {"Laptop", "24 hexadecimal digits"}, "system_group_id": {"Laptops", "24 hexadecimal digits"},
			"user_id": {"ada", "24 hexadecimal digits"}, "user_group_id": {"Staff", "24 hexadecimal digits"},
			"target_id": {"Laptop", "24 hexadecimal digits"}, "target_type": {"device_group", `"device_group" is not a target type`},
		} {
			if c.attrs[name] == nil {
				continue
			}

			config := c.config()
			config[c.address][name] = v.value
			wantError(t, c.Plan(config).Diags, v.says, name)

			config[c.address][name] = acctest.Unknown
			wantNoError(t, c.Plan(config).Diags)
		}

		if slices.Contains(unlisted, c.target.Type) {
			return // nobody can tell at plan whether such a target is there
		}

		config := c.config()
		config[c.address][c.idAttr()] = missing

		wantError(t, c.Plan(config).Diags, "Not in This Organization", c.idAttr(), missing, `"Acme Inc" (`+c.Org+`)`, "id")

		// Where nobody may look, the service is asked at apply.
		c.Sim.Inject(sim.Fault{Method: "GET", PathPrefix: "/api/", Status: 403})
		c.Apply(config)

		if c.State(c.address) != nil {
			t.Error("an edge that was refused is in state")
		}
	})
}
