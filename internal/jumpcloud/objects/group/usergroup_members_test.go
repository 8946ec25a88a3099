// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package group_test

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group/groupsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

func (w *world) users(n int) []string {
	all := make([]string, 0, n)
	for i := range n {
		all = append(all, groupsim.AddUser(w.Sim.World, w.Org, fmt.Sprintf("user%04d", i)))
	}

	slices.Sort(all)

	return all
}

// TestUserIDs: an authoritative set adds before it removes, shows drift, and lets go when it is
// left out.
func TestUserIDs(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	u := w.users(4)
	config := func(ids ...string) acctest.Config {
		return w.one(staff, acctest.Attrs{"name": "Staff", "user_ids": set(ids...)})
	}
	w.MustApply(config(u[0], u[1]))

	members := userGroup(w.id(staff))
	if got := w.membersOf(members); !slices.Equal(got, u[:2]) {
		t.Errorf("members %v, want %v", got, u[:2])
	}

	w.forget()
	w.MustPlanEmpty(config(u[0], u[1]))
	w.wantUnordered("GET usergroups 200", "GET usergroups/{id} 200", "GET usergroups/{group_id}/members 200")

	w.forget()
	wantNoError(t, w.Apply(config(u[1], u[2])))

	if got, want := w.operations(), []string{"add user " + u[2], "remove user " + u[0]}; !slices.Equal(got, want) {
		t.Errorf("sent %q, want %q", got, want)
	}

	// Somebody in the console adds one and removes one: both show, and are mended.
	groupsim.Join(w.Sim.World, w.Org, members, groupsim.Ref{Type: groupsim.User, ID: u[3]})
	groupsim.Leave(w.Sim.World, w.Org, members, groupsim.Ref{Type: groupsim.User, ID: u[1]})

	plan := w.Plan(config(u[1], u[2]))
	if plan.Actions()[staff] != acctest.Update {
		t.Errorf("planned %v", plan.Actions())
	}

	w.MustApply(config(u[1], u[2]))

	if got := w.membersOf(members); !slices.Equal(got, u[1:3]) {
		t.Errorf("members %v, want %v", got, u[1:3])
	}

	// Import manages no set; taking it over names whom it removes.
	core := acctest.NewCore(t, w.Sim, acctest.As(w.Sim, simulator.RoleTenant))
	wantNoError(t, core.Import(staff, w.Org+"/"+members.ID))
	core.MustPlanEmpty(w.one(staff, acctest.Attrs{"name": "Staff"}))

	if d := core.Plan(config(u[1])).Diags; len(d.Errors()) > 0 || !strings.Contains(d.String(), "Taking Over a Set") || !strings.Contains(d.String(), "user0002") {
		t.Errorf("planned with %s", d)
	}

	// Left out, nobody is removed; empty, everybody is.
	w.MustApply(w.one(staff, acctest.Attrs{"name": "Staff"}))

	if got := w.membersOf(members); len(got) != 2 {
		t.Errorf("members %v", got)
	}

	wantNoError(t, w.Apply(config()).Errors())

	if got := w.membersOf(members); len(got) > 0 {
		t.Errorf("members %v", got)
	}

	wantError(t, w.Plan(config(missing)).Diags, "Not in This Organization", missing, "jumpcloud_users")
	wantError(t, w.Plan(config("ada")).Diags, "24 hexadecimal digits")
}

// TestUserIDsAndMemberships: a set that lacks what a membership adds is warned of.
func TestUserIDsAndMemberships(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	u := w.users(2)
	w.MustApply(w.one(staff, acctest.Attrs{"name": "Staff", "user_ids": set(u[0])}))

	config := w.one(staff, acctest.Attrs{"name": "Staff", "user_ids": set(u[0])})
	config["jumpcloud_user_group_membership.x"] = w.In(acctest.Attrs{"user_group_id": w.id(staff), "user_id": u[1]})

	if d := w.Plan(config).Diags; len(d.Errors()) > 0 || !strings.Contains(d.String(), "Contradicting Edges") {
		t.Errorf("planned with %s", d)
	}
}

var sales = []any{map[string]any{"field": "department", "operator": "eq", "value": "Sales"}}

func TestDynamicUserGroup(t *testing.T) {
	t.Parallel()

	for _, shape := range []string{"short", "whole"} {
		w := newWorld(t, map[string]string{"group-list-shape": shape})
		u := w.users(3)

		for _, id := range u {
			w.Sim.Change(groupsim.Users, w.Org, id, func(d sim.Doc) { d["department"] = "Sales" })
		}

		attrs := acctest.Attrs{
			"name": "Sales", "membership_method": "DYNAMIC_AUTOMATED", "member_suggestions_notify": true,
			"member_query":            map[string]any{"query_type": "FilterQuery", "filters": sales, "dsl": "v2"},
			"member_query_exemptions": exempt(u[2]),
		}
		w.MustApply(w.one(staff, attrs))

		sent := w.Sim.Log().Calls("POST", "/api/v2/usergroups")[0]
		if body := sent.Object(); sent.Header.Get("X-Query-Dsl") != "v2" || body["memberSuggestionsNotify"] != true ||
			!reflect.DeepEqual(body["memberQueryExemptions"], []any{sim.Doc{"id": u[2], "type": "user"}}) {
			t.Errorf("created with %v %v", sent.Header, body)
		}

		if got := w.membersOf(userGroup(w.id(staff))); !slices.Equal(got, u[:2]) {
			t.Errorf("members %v, want %v", got, u[:2])
		}

		// An exemption that names an organization keeps it, and so does what nobody knows here.
		id := w.id(staff)
		w.Sim.Change(groupsim.UserGroups, w.Org, id, func(d sim.Doc) {
			d["memberQueryExemptions"] = []any{sim.Doc{"id": u[2], "type": "user", "organizationId": w.Org}}
			d["attributes"] = sim.Doc{"kept": true}
		})

		attrs["description"] = "Who sells"
		attrs["member_query_exemptions"] = exempt(u[1], u[2])
		w.MustApply(w.one(staff, attrs))

		d := w.only(groupsim.UserGroups)
		if want := []any{sim.Doc{"id": u[1], "type": "user"}, sim.Doc{"id": u[2], "type": "user", "organizationId": w.Org}}; !reflect.DeepEqual(d["memberQueryExemptions"], want) {
			t.Errorf("exemptions %v, want %v", d["memberQueryExemptions"], want)
		}

		if kept, _ := d["attributes"].(sim.Doc); kept["kept"] != true {
			t.Errorf("attributes %v", d["attributes"])
		}

		// Drift of the query shows, and what the service says against it is a warning.
		w.Sim.Change(groupsim.UserGroups, w.Org, id, func(d sim.Doc) {
			d["memberQuery"] = sim.Doc{"queryType": "FilterQuery", "filters": []any{sim.Doc{"field": "x", "operator": "eq", "value": "y"}}}
			d["memberQueryErrorFlags"] = []any{"invalidField"}
		})

		plan := w.Plan(w.one(staff, attrs))
		if said := plan.Diags.Warnings().String(); plan.Actions()[staff] != acctest.Update || !strings.Contains(said, "Query With Errors") ||
			!strings.Contains(said, "invalidField") || !strings.Contains(said, id) {
			t.Errorf("%v %s", plan.Actions(), plan.Diags)
		}

		w.Sim.Change(groupsim.UserGroups, w.Org, id, func(d sim.Doc) { d["memberQueryErrorFlags"] = []any{} })
		w.MustApply(w.one(staff, attrs))

		// Static again, with members of its own.
		static := acctest.Attrs{"name": "Sales", "membership_method": "STATIC", "user_ids": set(u[0])}
		w.MustApply(w.one(staff, static))

		if d := w.only(groupsim.UserGroups); d["memberQuery"] != nil || !slices.Equal(w.membersOf(userGroup(id)), u[:1]) {
			t.Errorf("stored %v, members %v", d, w.membersOf(userGroup(id)))
		}

		wantNoError(t, w.Destroy())
	}
}

// TestUserGroupKeepsAQuery: a group with a query and a static method is imported, changed, and
// keeps it.
func TestUserGroupKeepsAQuery(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	id := groupsim.AddGroup(w.Sim.World, w.Org, groupsim.UserGroup, "Staff")
	query := sim.ToDoc(sim.Doc{"queryType": "FilterQuery", "filters": sales})

	for _, method := range []string{"STATIC", "DYNAMIC_AUTOMATED"} {
		for _, managed := range []bool{false, true} {
			w.Sim.Change(groupsim.UserGroups, w.Org, id, func(d sim.Doc) { d["membershipMethod"], d["memberQuery"], d["name"] = method, query, "Staff" })

			core := acctest.NewCore(t, w.Sim, acctest.As(w.Sim, simulator.RoleBilling))
			wantNoError(t, core.Import(staff, w.Org+"/"+id))

			attrs := acctest.Attrs{"name": "All staff"}
			if managed && method == "STATIC" {
				attrs["membership_method"] = method
			} else if managed {
				attrs["membership_method"], attrs["member_query"] = method, map[string]any{"query_type": "FilterQuery", "filters": sales}
			}

			core.MustApply(w.one(staff, attrs))

			if d := w.only(groupsim.UserGroups); !reflect.DeepEqual(d["memberQuery"], query) || d["membershipMethod"] != method || d["name"] != "All staff" {
				t.Errorf("%s, managed %t: stored %v", method, managed, d)
			}
		}
	}
}

func TestDynamicUserGroupValidation(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	u := w.users(1)
	query := map[string]any{"query_type": "FilterQuery", "filters": sales}

	for says, attrs := range map[string]acctest.Attrs{
		"which is missing":                       {"membership_method": "DYNAMIC_AUTOMATED"},
		"member_query has no effect":             {"membership_method": "STATIC", "member_query": query},
		"member_query_exemptions has no effect":  {"member_query_exemptions": exempt(u[0])},
		"come from its member_query":             {"membership_method": "DYNAMIC_AUTOMATED", "member_query": query, "user_ids": set(u[0])},
		"\"DYNAMIC\" is not a membership method": {"membership_method": "DYNAMIC"},
		"Not in This Organization":               {"membership_method": "DYNAMIC_AUTOMATED", "member_query": query, "member_query_exemptions": exempt(missing)},
	} {
		all := acctest.Attrs{"name": "x"}
		maps.Copy(all, attrs)
		wantError(t, w.Plan(w.one(staff, all)).Diags, says)
	}

	wantNoError(t, w.Plan(w.one(staff, acctest.Attrs{
		"name": "x", "membership_method": acctest.Unknown, "member_query": acctest.Unknown, "member_query_exemptions": acctest.Unknown,
		"user_ids": acctest.Unknown, "member_suggestions_notify": acctest.Unknown,
	})).Diags)
}

// TestThousandUserMemberships: 1,000 memberships of 5 groups refresh with 10 pages of members.
func TestThousandUserMemberships(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t, nil)
		u, config := w.users(w.Fewer(200, 20)), acctest.Config{}
		w.Imports = map[string]any{}

		for i, g := range w.groups(groupsim.UserGroup, 5) {
			for j, id := range u {
				address := fmt.Sprintf("jumpcloud_user_group_membership.m%d_%d", i, j)
				config[address] = w.In(acctest.Attrs{"user_group_id": g, "user_id": id})
				groupsim.Join(w.Sim.World, w.Org, userGroup(g), groupsim.Ref{Type: groupsim.User, ID: id})
				w.Imports[address] = w.Org + "/" + g + "/" + id
			}
		}

		wantNoError(t, w.Apply(config))
		w.Imports = nil

		w.forget()
		w.MustPlanEmpty(config)

		least := 5 * pages(len(u))
		if n := w.Sim.Log().Count("", ""); n > least+5 || n < least {
			t.Errorf("%d calls, want %d to %d:\n%q", n, least, least+5, w.calls())
		}
	})
}
