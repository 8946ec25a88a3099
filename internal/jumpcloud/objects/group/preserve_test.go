// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package group_test

import (
	"maps"
	"reflect"
	"slices"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group/groupsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// TestUpdateKeepsWhatStateDoesNotShow: PUT replaces everything, so what the configuration does
// not speak of is sent back as it is.
func TestUpdateKeepsWhatStateDoesNotShow(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	device := w.object(groupsim.System, "device")
	w.MustApply(w.one(devices, acctest.Attrs{"name": "Macs"}))

	// A group whose members are added by hand that was dynamic once.
	hidden := sim.ToDoc(sim.Doc{
		"memberQuery":           sim.Doc{"queryType": "Filter", "filters": []any{"x"}},
		"memberQueryExemptions": []any{sim.Doc{"id": device, "type": "system", "organizationId": w.Org}},
	})
	w.Sim.Change(groupsim.SystemGroups, w.Org, w.id(devices), func(d sim.Doc) { maps.Copy(d, hidden) })
	w.MustPlanEmpty(w.one(devices, acctest.Attrs{"name": "Macs"}))
	w.MustApply(w.one(devices, acctest.Attrs{"name": "All Macs"}))

	d := w.only(groupsim.SystemGroups)
	for name, want := range hidden {
		if d["name"] != "All Macs" || !reflect.DeepEqual(d[name], want) {
			t.Errorf("%s is %v, want %v", name, d[name], want)
		}
	}

	// Made dynamic, the query is the configuration's; the organization of an exemption that it
	// names stays.
	query := map[string]any{"query_type": "FilterQuery", "filters": macs}
	w.MustApply(w.one(devices, acctest.Attrs{
		"name": "All Macs", "membership_method": "DYNAMIC_AUTOMATED", "member_query": query, "member_query_exemptions": exempt(device),
	}))

	d = w.only(groupsim.SystemGroups)
	if !reflect.DeepEqual(d["memberQueryExemptions"], hidden["memberQueryExemptions"]) {
		t.Errorf("exemptions %v", d["memberQueryExemptions"])
	}

	if want := sim.ToDoc(sim.Doc{"queryType": "FilterQuery", "filters": macs}); !reflect.DeepEqual(d["memberQuery"], any(want)) {
		t.Errorf("query %v, want %v", d["memberQuery"], want)
	}

	// What the configuration had and drops is cleared.
	w.MustApply(w.one(devices, acctest.Attrs{"name": "All Macs"}))

	if d = w.only(groupsim.SystemGroups); d["memberQuery"] != nil || !reflect.DeepEqual(d["memberQueryExemptions"], []any{}) {
		t.Errorf("stored %v", d)
	}
}

// TestUserGroupKeepsMembersOfAttributes: of an attribute that is managed, members that nobody knows stay.
func TestUserGroupKeepsMembersOfAttributes(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	w.MustApply(w.one(staff, acctest.Attrs{"name": "Staff", "sudo_enabled": true}))
	w.Sim.Change(groupsim.UserGroups, w.Org, w.id(staff), func(d sim.Doc) {
		d["attributes"] = sim.Doc{"sudo": sim.Doc{"enabled": true, "withoutPassword": false, "more": "x"}}
	})
	w.MustApply(w.one(staff, acctest.Attrs{"name": "Staff", "sudo_enabled": false}))

	attributes, _ := w.only(groupsim.UserGroups)["attributes"].(sim.Doc)
	if want := (sim.Doc{"enabled": false, "withoutPassword": false, "more": "x"}); !reflect.DeepEqual(attributes["sudo"], want) {
		t.Errorf("sudo %v, want %v", attributes["sudo"], want)
	}
}

// TestGroupThatIsInUse: where the service deletes no group that has anything, a policy group
// loses first what its resource owns, and nothing else.
func TestGroupThatIsInUse(t *testing.T) {
	t.Parallel()

	w := newWorld(t, map[string]string{"group-delete-in-use": "refuse"})
	p, g := w.policies(3), w.groups(groupsim.SystemGroup, 2)
	w.MustApply(w.baseline(acctest.Attrs{"name": "Baseline", "policy_ids": set(p[:2]...), "system_group_ids": set(g[0])}))

	id := w.id(baseline)
	plan := w.Plan(acctest.Config{})

	// Somebody else adds one of each between plan and apply.
	groupsim.Join(w.Sim.World, w.Org, policyGroup(id), policy(p[2]))
	groupsim.Bind(w.Sim.World, w.Org, policyGroup(id), systemGroup(g[1]))
	w.forget()

	wantError(t, plan.Apply(), "Unable to Delete Policy Group", "group is in use", `"Policy 2" (`+p[2]+")", `"system_group 1" (`+g[1]+")", "Acme Inc", "take them out first")

	if m, b := w.members(id), w.targets(policyGroup(id), groupsim.SystemGroup); !slices.Equal(m, p[2:]) || !slices.Equal(b, g[1:]) {
		t.Errorf("left with %v and %v", m, b)
	}

	groupsim.Leave(w.Sim.World, w.Org, policyGroup(id), policy(p[2]))
	groupsim.Unbind(w.Sim.World, w.Org, policyGroup(id), systemGroup(g[1]))
	wantNoError(t, w.Destroy())

	// Of device groups and user groups nothing is owned; the error says what is in them.
	device, user := w.object(groupsim.System, "laptop"), w.object(groupsim.User, "lee")
	w.MustApply(w.one(devices, acctest.Attrs{"name": "Macs"}))
	groupsim.Join(w.Sim.World, w.Org, systemGroup(w.id(devices)), groupsim.Ref{Type: groupsim.System, ID: device})
	wantError(t, w.Destroy(), "Unable to Delete System Group", `1 device as members: "laptop" (`+device+")")
	groupsim.Leave(w.Sim.World, w.Org, systemGroup(w.id(devices)), groupsim.Ref{Type: groupsim.System, ID: device})
	wantNoError(t, w.Destroy())

	w.MustApply(w.one(staff, acctest.Attrs{"name": "Staff"}))

	of := groupsim.Ref{Type: groupsim.UserGroup, ID: w.id(staff)}
	groupsim.Join(w.Sim.World, w.Org, of, groupsim.Ref{Type: groupsim.User, ID: user})
	wantError(t, w.Destroy(), "Unable to Delete User Group", `1 user as members: "lee" (`+user+")")
}

// TestNoNumberIsNoRoot: a POSIX group without a number must not become root's.
func TestNoNumberIsNoRoot(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	config := func(gid any) acctest.Config {
		return w.one(staff, acctest.Attrs{"name": "Admins", "posix_groups": map[string]any{"admins": gid, "others": 2000}})
	}

	wantError(t, w.Plan(config(nil)).Diags, `posix_groups["admins"] is null`, "posix_groups")
	wantNoError(t, w.Plan(config(acctest.Unknown)).Diags)

	if n := w.Sim.Log().Count("POST", ""); n > 0 {
		t.Errorf("%d groups made", n)
	}
}

// TestQueryValidation: a query has no schema that Terraform knows, so every slip is told here.
func TestQueryValidation(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)

	for name, c := range map[string]struct {
		query any
		says  []string
	}{
		"a member":        {map[string]any{"query_type": "Filter", "filters": macs, "query_typ": "v1"}, []string{`"query_typ" is not a member of member_query; did you mean "query_type"?`}},
		"no type":         {map[string]any{"filters": macs}, []string{"member_query needs query_type, one of Filter, FilterQuery, Search"}},
		"a null type":     {map[string]any{"query_type": nil, "filters": macs}, []string{"member_query needs query_type"}},
		"a number":        {map[string]any{"query_type": 1, "filters": macs}, []string{"query_type must be a string"}},
		"no filters":      {map[string]any{"query_type": "Filter"}, []string{"member_query needs filters"}},
		"filters in text": {map[string]any{"query_type": "Filter", "filters": "[]"}, []string{"filters must be a list"}},
		"a null filter":   {map[string]any{"query_type": "Filter", "filters": []any{nil}}, []string{"filters[0] is null"}},
		"a list":          {[]any{}, []string{"member_query must be an object with query_type and filters"}},
		"text":            {"{}", []string{"member_query must be an object with query_type and filters"}},
	} {
		t.Log(name)
		wantError(t, w.Plan(w.one(devices, acctest.Attrs{
			"name": "Macs", "membership_method": "DYNAMIC_AUTOMATED", "member_query": c.query,
		})).Diags, append(c.says, "Invalid Query", "member_query")...)
	}
}

// TestUnknownAttributes: every attribute of the groups unknown, alone and with all others.
func TestUnknownAttributes(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	device := w.object(groupsim.System, "device")
	p, g := w.policies(1), w.groups(groupsim.SystemGroup, 1)

	for address, known := range map[string]acctest.Attrs{
		devices: {
			"name": "Macs", "description": "x", "email": "y", "membership_method": "DYNAMIC_AUTOMATED", "member_suggestions_notify": true,
			"member_query": map[string]any{"query_type": "FilterQuery", "filters": macs, "dsl": "v1"}, "member_query_exemptions": exempt(device),
		},
		staff: {
			"name": "Staff", "description": "x", "email": "y", "sudo_enabled": true, "sudo_without_password": true, "samba_enabled": true,
			"ldap_groups": set("a"), "posix_groups": map[string]any{"staff": 2000}, "radius_reply": []any{map[string]any{"name": "a", "value": "b"}},
		},
		baseline: {"name": "Baseline", "description": "x", "policy_ids": set(p[0]), "system_group_ids": set(g[0])},
	} {
		all := maps.Clone(known)
		for name := range known {
			all[name] = acctest.Unknown
			one := maps.Clone(known)
			one[name] = acctest.Unknown
			wantNoError(t, w.Plan(w.one(address, one)).Diags)
		}

		plan := w.Plan(w.one(address, all))
		wantNoError(t, plan.Diags)
		wantNoError(t, plan.ApplyKnowing(w.one(address, known)))
		w.MustPlanEmpty(w.one(address, known))
		wantNoError(t, w.Destroy())
	}
}
