// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package group_test

import (
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group/groupsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// ofDeviceGroups are what device groups can be associated with.
var ofDeviceGroups = []string{
	groupsim.Command, groupsim.Policy, groupsim.PolicyGroup, groupsim.RADIUSServer, groupsim.User, groupsim.UserGroup,
}

func newDeviceMembership(t *testing.T, switches map[string]string) *edgeCase {
	t.Helper()

	w := newWorld(t, switches)
	g, to, twin := w.object(groupsim.SystemGroup, "Macs"), w.object(groupsim.System, "one"), w.object(groupsim.System, "two")

	return &edgeCase{
		w, "jumpcloud_system_group_membership.x", "System Group Membership",
		acctest.Attrs{"system_group_id": g, "system_id": to},
		systemGroup(g),
		groupsim.Ref{Type: groupsim.System, ID: to},
		twin, "systemgroups/{group_id}/members",
	}
}

func newDeviceGroupAssociation(t *testing.T, switches map[string]string, targetType string) *edgeCase {
	t.Helper()

	w := newWorld(t, switches)
	g, to, twin := w.object(groupsim.SystemGroup, "Macs"), w.object(targetType, "one"), w.object(targetType, "two")

	return &edgeCase{
		w, "jumpcloud_system_group_association.x", "System Group Association",
		acctest.Attrs{"system_group_id": g, "target_type": targetType, "target_id": to},
		systemGroup(g),
		groupsim.Ref{Type: targetType, ID: to},
		twin, "systemgroups/{group_id}/associations",
	}
}

// TestMemberOfDynamicGroup: where a query decides, the plan says so, and where it decides
// alone the apply fails instead of keeping in state what is not there.
func TestMemberOfDynamicGroup(t *testing.T) {
	t.Parallel()

	c := newDeviceMembership(t, nil)
	method := func(name string) {
		c.Sim.Change(groupsim.SystemGroups, c.Org, c.owner.ID, func(d sim.Doc) { d["membershipMethod"] = name })
	}

	for _, name := range []string{"DYNAMIC_AUTOMATED", "DYNAMIC_REVIEW_REQUIRED"} {
		method(name)

		d := c.Plan(c.config()).Diags
		if len(d.Errors()) > 0 || len(d.Warnings()) != 1 || !strings.Contains(d.String(), "Members of a Dynamic Group") || !strings.Contains(d.String(), name) {
			t.Errorf("%s: %s", name, d)
		}
	}

	method("DYNAMIC_AUTOMATED")
	c.forget()
	wantError(t, c.Apply(c.config()), "Unable to Create System Group Membership", c.owner.ID, "DYNAMIC_AUTOMATED", "system_group_id")

	if n := c.Sim.Log().Count("POST", ""); n > 0 || c.State(c.address) != nil {
		t.Errorf("%d requests, state %v", n, c.State(c.address))
	}

	// Where nobody may read the group, the service decides.
	refused := c.Sim.Inject(sim.Fault{Method: "GET", Pattern: "/api/v2/systemgroups/{id}", Status: 403})
	method("NOTSET")
	c.MustApply(c.config())
	refused.Remove()
	method("STATIC")
	c.MustPlanEmpty(c.config())

	// A membership that is there is not warned of.
	method("DYNAMIC_REVIEW_REQUIRED")
	wantNoError(t, c.Plan(c.config()).Diags)
}

// TestGroupTurnsStatic: one apply makes a dynamic group static and adds a member.
func TestGroupTurnsStatic(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	system := w.object(groupsim.System, "mac")
	config := acctest.Config{devices: w.In(acctest.Attrs{
		"name": "Macs", "membership_method": "DYNAMIC_AUTOMATED", "member_query": map[string]any{"query_type": "FilterQuery", "filters": macs},
	})}
	w.MustApply(config)

	group := w.id(devices)
	config[devices] = w.In(acctest.Attrs{"name": "Macs"})
	w.MustApply(config)

	config["jumpcloud_system_group_membership.x"] = w.In(acctest.Attrs{"system_group_id": group, "system_id": system})
	w.MustApply(config)

	if got := w.membersOf(systemGroup(group)); len(got) != 1 || got[0] != system {
		t.Errorf("members %v", got)
	}
}

// TestOneEdgeOfTwoEnds: an association with a policy or a policy group is one edge,
// whichever end's resource made it; the plan warns of two that stand for it.
func TestOneEdgeOfTwoEnds(t *testing.T) {
	t.Parallel()

	const ofGroup = "jumpcloud_system_group_association.x"

	for _, targetType := range []string{"policy", "policy_group"} {
		w := newWorld(t, nil)
		target, g := w.object(targetType, "one"), w.object(groupsim.SystemGroup, "Macs")
		ofTarget := "jumpcloud_" + targetType + "_association.x"

		config := acctest.Config{
			ofGroup: w.In(acctest.Attrs{"system_group_id": g, "target_type": targetType, "target_id": target}),
		}
		w.MustApply(config)

		// Both claim it.
		config[ofTarget] = w.In(acctest.Attrs{targetType + "_id": target, "target_type": "system_group", "target_id": g})

		for _, parallel := range []int{1, 10} {
			w.Parallelism = parallel

			d := w.Plan(config).Diags
			if len(d.Errors()) > 0 || len(d.Warnings()) != 1 || !strings.Contains(d.String(), "Same Edge Twice") || !strings.Contains(d.String(), target) {
				t.Errorf("%s", d)
			}
		}

		// The other end's resource adopts it in place of this one's.
		w.Apply(config)

		if n := w.Sim.Docs(groupsim.Edges, w.Org).Len(); n != 1 || w.State(ofTarget) == nil {
			t.Errorf("%d edges, state %v", n, w.State(ofTarget))
		}

		delete(config, ofGroup)
		w.Apply(config)

		if got := w.Plan(config).Actions(); got[ofTarget] != acctest.Create {
			t.Errorf("destroyed from one end, it is gone at the other: %v", got)
		}
	}
}

// TestWriteIsSeenAtTheOtherEnd: what one end wrote, a listing of the other end that was
// taken before must not hide.
func TestWriteIsSeenAtTheOtherEnd(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	p, g := w.object(groupsim.Policy, "one"), w.object(groupsim.SystemGroup, "Macs")

	tenant := w.tenant()
	ofPolicy := group.Associations(group.Ref{Type: group.Policy, ID: p}, group.SystemGroup)
	ofGroup := group.Associations(group.Ref{Type: group.SystemGroup, ID: g}, group.Policy)

	for _, wanted := range []bool{true, false} {
		if there := ofPolicy.Find(t.Context(), tenant, g) == nil; there == wanted {
			t.Errorf("before: %t", there)
		}

		change := ofGroup.Add
		if !wanted {
			change = ofGroup.Remove
		}

		if err := change(t.Context(), tenant, p); err != nil {
			t.Fatal(err)
		}

		if there := ofPolicy.Find(t.Context(), tenant, g) == nil; there != wanted {
			t.Errorf("after: %t, want %t", there, wanted)
		}
	}
}

// TestContradictionIsSeenFromTheOtherEnd: the set of a policy group lacks a device group
// that an edge resource of the device group binds.
func TestContradictionIsSeenFromTheOtherEnd(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	g := w.groups(groupsim.SystemGroup, 2)
	w.MustApply(w.baseline(acctest.Attrs{"name": "Baseline", "system_group_ids": set(g[0])}))

	config := w.baseline(acctest.Attrs{"name": "Baseline", "system_group_ids": set(g[0])})
	config["jumpcloud_system_group_association.x"] = w.In(acctest.Attrs{"system_group_id": g[1], "target_type": "policy_group", "target_id": w.id(baseline)})

	for _, parallel := range []int{1, 10} {
		w.Parallelism = parallel

		d := w.Plan(config).Diags
		if len(d.Errors()) > 0 || len(d.Warnings()) != 1 || !strings.Contains(d.String(), "Contradicting Edges") || !strings.Contains(d.String(), g[1]) {
			t.Errorf("%s", d)
		}
	}

	config[baseline]["system_group_ids"] = set(g...)
	wantNoError(t, w.Plan(config).Diags)
}

func TestDeviceGroupEdgeDataSources(t *testing.T) {
	t.Parallel()

	e := newEstate(t)
	none := []any{}
	command, radius, staff := e.object(groupsim.Command, "c"), e.object(groupsim.RADIUSServer, "r"), groupsim.Ref{Type: groupsim.UserGroup, ID: e.staff}

	for _, target := range []groupsim.Ref{{Type: groupsim.Command, ID: command}, {Type: groupsim.RADIUSServer, ID: radius}, staff} {
		groupsim.Bind(e.Sim.World, e.Org, systemGroup(e.devices), target)
	}

	for typeName, config := range map[string]acctest.Attrs{
		"jumpcloud_system_group_membership":  {"system_group_id": e.devices, "system_id": e.member},
		"jumpcloud_system_group_association": {"system_group_id": e.devices, "target_type": "policy_group", "target_id": e.group},
	} {
		e.wantData(typeName, config, config)

		for name := range config {
			if name == "system_id" || name == "target_id" {
				config[name] = e.alone
			}
		}

		_, d := e.Data(typeName, e.In(config))
		wantError(t, d, "Unable to Read System Group", e.alone)
	}

	e.wantData("jumpcloud_system_group_memberships", acctest.Attrs{"system_group_id": e.devices}, acctest.Attrs{
		"system_group_id": e.devices, "system_ids": set(e.member), "effective_system_ids": set(e.member),
	})
	e.wantData("jumpcloud_system_group_associations", acctest.Attrs{"system_group_id": e.devices}, acctest.Attrs{
		"system_group_id": e.devices, "command_ids": set(command), "policy_ids": set(e.policies[0]), "policy_group_ids": set(e.group),
		"radius_server_ids": set(radius), "user_ids": none, "user_group_ids": set(e.staff),
	})

	for _, typeName := range []string{"jumpcloud_system_group_memberships", "jumpcloud_system_group_associations"} {
		_, d := e.Data(typeName, e.In(acctest.Attrs{"system_group_id": missing}))
		wantError(t, d, "Unable to Read System Group", "Acme Inc", "within one organization only")

		_, d = e.Data(typeName, e.In(acctest.Attrs{"system_group_id": "Macs"}))
		wantError(t, d, "24 hexadecimal digits")
	}
}

func TestAllGroups(t *testing.T) {
	t.Parallel()

	e := newEstate(t)
	row := func(id, ofType, name string) any {
		return map[string]any{"id": id, "type": ofType, "name": name, "description": "", "email": ""}
	}
	baseline, devices, staff := row(e.group, "policy_group", "Baseline"), row(e.devices, "system_group", "All devices"), row(e.staff, "user_group", "Staff")

	e.forget()
	e.wantData("jumpcloud_groups", nil, acctest.Attrs{"type": nil, "groups": []any{baseline, devices, staff}})
	e.wantCalls("GET groups 200")

	e.wantData("jumpcloud_groups", acctest.Attrs{"type": "system_group"}, acctest.Attrs{"type": "system_group", "groups": []any{devices}})

	if sent := e.Sim.Log().Calls("GET", "/api/v2/groups"); len(sent) != 1 || sent[0].Query.Get("filter") != "type:eq:system_group" {
		t.Errorf("asked for %v", sent)
	}

	_, d := e.Data("jumpcloud_groups", e.In(acctest.Attrs{"type": "device_group"}))
	wantError(t, d, `"device_group" is not a group type`)

	e.Sim.Remove(groupsim.UserGroups, e.Org, e.staff)
	e.wantData("jumpcloud_groups", acctest.Attrs{"type": "user_group"}, acctest.Attrs{"type": "user_group", "groups": []any{}})

	refused := e.Sim.Inject(sim.Fault{Method: "GET", Pattern: "/api/v2/groups", Status: 403})
	_, d = e.Data("jumpcloud_groups", e.In(nil))
	wantError(t, d, "Unable to Read Groups", "check its role", "Acme Inc")
	refused.Remove()

	// More than a page.
	for range 120 {
		e.object(groupsim.PolicyGroup, e.Sim.World.IDs.ObjectID())
	}

	got, d := e.Data("jumpcloud_groups", e.In(nil))
	wantNoError(t, d)

	if all, _ := got["groups"].([]any); len(all) != 122 {
		t.Errorf("%d groups", len(all))
	}
}
