// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package group_test

import (
	"reflect"
	"slices"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group/groupsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// estateOf is one policy that reaches two systems and a user on several ways.
type estateOf struct {
	*world

	policies              []string // the first is bound and in the group, the second is in the group
	group                 string
	devices, staff        string
	member, alone, person string
}

func newEstate(t *testing.T) *estateOf {
	t.Helper()

	w := newWorld(t, nil)
	e := &estateOf{
		world: w, policies: w.policies(3),
		group:   groupsim.AddGroup(w.Sim.World, w.Org, groupsim.PolicyGroup, "Baseline"),
		devices: groupsim.AddGroup(w.Sim.World, w.Org, groupsim.SystemGroup, "All devices"),
		staff:   groupsim.AddGroup(w.Sim.World, w.Org, groupsim.UserGroup, "Staff"),
		member:  groupsim.AddSystem(w.Sim.World, w.Org, groupsim.Device{DisplayName: "member"}),
		alone:   groupsim.AddSystem(w.Sim.World, w.Org, groupsim.Device{DisplayName: "alone"}),
		person:  groupsim.AddUser(w.Sim.World, w.Org, "ada"),
	}

	userGroup := groupsim.Ref{Type: groupsim.UserGroup, ID: e.staff}
	groupsim.Join(w.Sim.World, w.Org, policyGroup(e.group), policy(e.policies[0]))
	groupsim.Join(w.Sim.World, w.Org, policyGroup(e.group), policy(e.policies[1]))
	groupsim.Join(w.Sim.World, w.Org, systemGroup(e.devices), groupsim.Ref{Type: groupsim.System, ID: e.member})
	groupsim.Join(w.Sim.World, w.Org, userGroup, groupsim.Ref{Type: groupsim.User, ID: e.person})
	groupsim.Bind(w.Sim.World, w.Org, policyGroup(e.group), systemGroup(e.devices))
	groupsim.Bind(w.Sim.World, w.Org, policyGroup(e.group), userGroup)
	groupsim.Bind(w.Sim.World, w.Org, policy(e.policies[0]), groupsim.Ref{Type: groupsim.System, ID: e.alone})
	groupsim.Bind(w.Sim.World, w.Org, policy(e.policies[0]), systemGroup(e.devices))

	return e
}

// wantData reads a data source and compares all of it.
func (w *world) wantData(typeName string, config, want acctest.Attrs) {
	w.T.Helper()

	got, d := w.Data(typeName, w.In(config))
	wantNoError(w.T, d)

	if want := w.In(want); !reflect.DeepEqual(got, want) {
		w.T.Errorf("%s:\n%v, want\n%v", typeName, got, want)
	}
}

func targetsOf(systems, groups, users, userGroups []any) map[string]any {
	return map[string]any{"system_ids": systems, "system_group_ids": groups, "user_ids": users, "user_group_ids": userGroups}
}

func TestEdgeDataSources(t *testing.T) {
	t.Parallel()

	e := newEstate(t)
	one, two, three := e.policies[0], e.policies[1], e.policies[2]

	for typeName, config := range map[string]acctest.Attrs{
		"jumpcloud_policy_group_membership":  {"policy_group_id": e.group, "policy_id": two},
		"jumpcloud_policy_association":       {"policy_id": one, "target_type": "system", "target_id": e.alone},
		"jumpcloud_policy_group_association": {"policy_group_id": e.group, "target_type": "user_group", "target_id": e.staff},
	} {
		e.wantData(typeName, config, config)

		for name := range config {
			if name != "target_type" {
				config[name] = three
			}
		}

		_, d := e.Data(typeName, e.In(config))
		if len(d.Errors()) != 1 {
			t.Errorf("%s: %s", typeName, d)
		}
	}

	e.wantData("jumpcloud_policy_group_memberships", acctest.Attrs{"policy_group_id": e.group}, acctest.Attrs{
		"policy_group_id": e.group, "policy_id": nil, "policy_ids": set(one, two), "effective_policy_ids": set(one, two), "policy_group_ids": nil,
	})
	e.wantData("jumpcloud_policy_group_memberships", acctest.Attrs{"policy_id": one}, acctest.Attrs{
		"policy_group_id": nil, "policy_id": one, "policy_ids": nil, "effective_policy_ids": nil, "policy_group_ids": set(e.group),
	})

	none := []any{}
	e.wantData("jumpcloud_policy_associations", acctest.Attrs{"policy_id": one}, acctest.Attrs{
		"policy_id": one, "include_effective": nil, "effective": nil, "direct": targetsOf(set(e.alone), set(e.devices), none, none),
	})
	e.wantData("jumpcloud_policy_associations", acctest.Attrs{"policy_id": one, "include_effective": true}, acctest.Attrs{
		"policy_id": one, "include_effective": true, "direct": targetsOf(set(e.alone), set(e.devices), none, none),
		"effective": targetsOf(set(e.member, e.alone), set(e.devices), set(e.person), set(e.staff)),
	})
	e.wantData("jumpcloud_policy_associations", acctest.Attrs{"policy_id": three, "include_effective": true}, acctest.Attrs{
		"policy_id": three, "include_effective": true, "direct": targetsOf(none, none, none, none), "effective": targetsOf(none, none, none, none),
	})
	e.wantData("jumpcloud_policy_group_associations", acctest.Attrs{"policy_group_id": e.group, "include_effective": true}, acctest.Attrs{
		"policy_group_id": e.group, "include_effective": true, "direct": targetsOf(none, set(e.devices), none, set(e.staff)),
		"effective": targetsOf(set(e.member), set(e.devices), set(e.person), set(e.staff)),
	})

	_, d := e.Data("jumpcloud_policy_group_memberships", e.In(nil))
	wantError(t, d, "Invalid Attribute Combination")

	for _, typeName := range []string{"jumpcloud_policy_associations", "jumpcloud_policy_group_associations", "jumpcloud_policy_group_memberships"} {
		config := acctest.Attrs{"policy_group_id": missing}
		if typeName == "jumpcloud_policy_associations" {
			config = acctest.Attrs{"policy_id": missing}
		}

		_, d := e.Data(typeName, e.In(config))
		wantError(t, d, "Unable to Read Policy", "Acme Inc", "within one organization only")
	}
}

func TestGroupDataSources(t *testing.T) {
	t.Parallel()

	for _, shape := range []string{"short", "whole"} {
		e := newEstate(t)
		if err := e.Sim.Switches.Set("group-list-shape", shape); err != nil {
			t.Fatal(err)
		}

		want := map[string]acctest.Attrs{
			"jumpcloud_policy_group": {
				"id": e.group, "name": "Baseline", "description": "", "policy_ids": set(e.policies[:2]...), "system_group_ids": set(e.devices),
			},
			"jumpcloud_system_group": {
				"id": e.devices, "name": "All devices", "description": "", "email": "", "membership_method": "STATIC", "member_query": nil,
				"member_query_exemptions": nil, "member_suggestions_notify": false, "system_ids": set(e.member), "policy_ids": set(e.policies[0]),
				"policy_group_ids": set(e.group), "effective_policy_ids": set(e.policies[:2]...), "effective_policy_group_ids": set(e.group),
			},
			"jumpcloud_user_group": {
				"id": e.staff, "name": "Staff", "description": "", "email": "", "membership_method": "STATIC", "sudo_enabled": nil,
				"sudo_without_password": nil, "ldap_groups": nil, "posix_groups": nil, "samba_enabled": nil, "radius_reply": nil,
			},
		}

		for typeName, all := range want {
			all["owner_organization_id"] = e.Org
			e.wantData(typeName, acctest.Attrs{"id": all["id"]}, all)
			e.wantData(typeName, acctest.Attrs{"name": all["name"]}, all)

			for says, config := range map[string]acctest.Attrs{
				"within one organization only":  {"id": missing},
				"did you mean":                  {"name": all["name"].(string)[1:]}, //nolint:forcetypeassert // a wrong type fails the test
				"Invalid Attribute Combination": {},
				"24 hexadecimal digits":         {"id": "x"},
			} {
				_, d := e.Data(typeName, e.In(config))
				wantError(t, d, says)
			}
		}

		for plural, one := range map[string]string{
			"policy_groups": "jumpcloud_policy_group", "system_groups": "jumpcloud_system_group", "user_groups": "jumpcloud_user_group",
		} {
			id, name := want[one]["id"], want[one]["name"].(string) //nolint:forcetypeassert // a wrong type fails the test
			e.wantData("jumpcloud_"+plural, nil, acctest.Attrs{
				plural:        []any{map[string]any{"id": id, "name": name, "description": "", "owner_organization_id": e.Org}},
				"ids_by_name": map[string]any{name: id},
			})
		}
	}
}

func TestDynamicGroupDataSource(t *testing.T) {
	t.Parallel()

	e := newEstate(t)
	mac := groupsim.AddSystem(e.Sim.World, e.Org, groupsim.Device{DisplayName: "mac", OS: "Mac OS X"})
	e.Sim.Change(groupsim.SystemGroups, e.Org, e.devices, func(d sim.Doc) {
		d["membershipMethod"] = "DYNAMIC_AUTOMATED"
		d["memberQuery"] = sim.Doc{"queryType": "FilterQuery", "filters": macs}
		d["memberQueryExemptions"] = []any{sim.Doc{"id": e.alone, "type": "system"}}
	})

	got, d := e.Data("jumpcloud_system_group", e.In(acctest.Attrs{"id": e.devices}))
	wantNoError(t, d)

	query := map[string]any{"query_type": "FilterQuery", "filters": macs, "dsl": nil}
	if !reflect.DeepEqual(got["member_query"], query) || !reflect.DeepEqual(got["system_ids"], set(mac)) ||
		!reflect.DeepEqual(got["member_query_exemptions"], exempt(e.alone)) {
		t.Errorf("%v", got)
	}

	e.Sim.Change(groupsim.UserGroups, e.Org, e.staff, func(d sim.Doc) {
		d["attributes"] = sim.Doc{
			"sudo": sim.Doc{"enabled": true, "withoutPassword": false}, "ldapGroups": []any{sim.Doc{"name": "Staff"}, sim.Doc{"name": "all"}},
			"posixGroups": []any{sim.Doc{"id": 2000, "name": "staff"}}, "radius": sim.Doc{"reply": []any{sim.Doc{"name": "a", "value": "b"}}},
		}
	})

	got, d = e.Data("jumpcloud_user_group", e.In(acctest.Attrs{"id": e.staff}))
	wantNoError(t, d)

	for name, want := range map[string]any{
		"sudo_enabled": true, "ldap_groups": set("Staff", "all"), "samba_enabled": nil,
		"radius_reply": []any{map[string]any{"name": "a", "value": "b"}},
	} {
		if !reflect.DeepEqual(got[name], want) {
			t.Errorf("%s: %v, want %v", name, got[name], want)
		}
	}

	if ids, _ := got["posix_groups"].(map[string]any); len(ids) != 1 {
		t.Errorf("posix_groups %v", got["posix_groups"])
	}
}

// TestManyTargets: lists of edges are read to their end.
func TestManyTargets(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	group, g := w.groups(groupsim.PolicyGroup, 1)[0], w.groups(groupsim.SystemGroup, 230)

	for _, id := range g {
		groupsim.Bind(w.Sim.World, w.Org, policyGroup(group), systemGroup(id))
	}

	got, d := w.Data("jumpcloud_policy_group_associations", w.In(acctest.Attrs{"policy_group_id": group, "include_effective": true}))
	wantNoError(t, d)

	for _, kind := range []string{"direct", "effective"} {
		all, _ := got[kind].(map[string]any)
		if ids, _ := all["system_group_ids"].([]any); !slices.Equal(ids, set(g...)) {
			t.Errorf("%s: %d device groups", kind, len(ids))
		}
	}
}
