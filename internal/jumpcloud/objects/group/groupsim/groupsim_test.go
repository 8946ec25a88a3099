// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package groupsim_test

import (
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/contract"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest/baresim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group/groupsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/published"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

type world struct{ *baresim.World }

// newWorld is a simulator with nothing but groups, whose answers keep the published contract.
func newWorld(t *testing.T) *world {
	t.Helper()

	w := &world{baresim.New(t, groupsim.Register, "/api/v2/")}

	published, _ := published.Contract.Open(t)
	w.OnExchange(func(x sim.Exchange) {
		if published == nil {
			return
		}

		for _, v := range published.Check(contract.Exchange{
			Method: x.Method, Path: x.Path, Query: x.Query, Header: x.Header, RequestBody: x.Body,
			Status: x.Status, ResponseHeader: x.ResponseHeader, ResponseBody: x.ResponseBody,
		}) {
			if x.Status < http.StatusBadRequest {
				t.Errorf("%s %s breaks the published contract: %s", x.Method, x.Path, v)
			}
		}
	})

	return w
}

func (w *world) created(path, body string) string {
	w.T.Helper()

	return w.Created(path, body, 201)
}

func (w *world) wantViolations(n int) {
	w.T.Helper()

	if v := w.TakeViolations(); len(v) != n {
		w.T.Errorf("%d violations, want %d: %v", len(v), n, v)
	}
}

// policy stores a policy as its own simulator would.
func (w *world) policy() string {
	id := w.IDs.ObjectID()
	w.Store.Docs("policies", w.Org[0]).Put(id, sim.Doc{"id": id, "name": "Lock"})

	return id
}

const missing = "0123456789abcdef01234567"

func TestGroups(t *testing.T) {
	t.Parallel()

	w := newWorld(t)

	for _, kind := range []string{"policygroups", "systemgroups", "usergroups"} {
		id := w.created(kind, `{"name":"A","description":"d"}`)
		w.Want("POST", kind, `{"name":"A"}`, 409, "already exists")
		w.Want("POST", kind, `{"name":" "}`, 400, "nullName")
		w.Want("POST", kind, `{"description":"x"}`, 400, "nullName")
		w.Want("GET", kind+"/"+id, "", 200, `"description":"d"`)
		w.Want("GET", kind+"?limit=5&filter=name:eq:A", "", 200, `[{"`)
		w.Want("PUT", kind+"/"+id, `{"name":"B"}`, 200, `"description":""`)
		w.Want("PUT", kind+"/"+missing, `{"name":"B"}`, 404, "")
		w.Want("GET", kind+"/"+missing, "", 404, "not found")
		w.Want("DELETE", kind+"/"+id, "", 200, `"name":"B"`)
		w.Want("DELETE", kind+"/"+id, "", 404, "")

		w.Set("group-delete-answer", "empty")
		w.Set("group-name-unique", "off")
		w.Set("group-name-blank", "accept")
		first := w.created(kind, `{"name":""}`)
		w.Want("POST", kind, `{"name":""}`, 201, first[:8])
		w.Want("DELETE", kind+"/"+first, "", 204, "")
		w.Set("group-delete-answer", "object")
		w.Set("group-name-unique", "on")
		w.Set("group-name-blank", "refuse")
	}

	w.Want("GET", "groups?limit=10&filter=type:eq:user_group", "", 200, `"type":"user_group"`)
	w.wantViolations(0)
	w.Want("POST", "policygroups", `{"name":"C","email":"x"}`, 400, "not a known field")
	w.Want("POST", "systemgroups", `{"name":"C","membershipMethod":"AUTO"}`, 400, "")
	w.wantViolations(2)
}

func TestSwitchesOfGroups(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	id := w.created("usergroups", `{"name":"A","attributes":{"posixGroups":[{"id":1,"name":"a"}]}}`)

	w.Want("GET", "usergroups/"+id, "", 200, `"ldapGroups":[{"name":"A"}]`)

	if short := w.Want("GET", "usergroups", "", 200, `"name":"A"`); strings.Contains(short, "membershipMethod") {
		t.Errorf("not short: %s", short)
	}

	w.Set("group-list-shape", "whole")
	w.Want("GET", "usergroups", "", 200, `"membershipMethod":"STATIC"`)
	w.Want("PUT", "usergroups/"+id, `{"name":"A"}`, 400, "posixGroups")
	w.Set("user-group-posix-change", "accept")
	w.Set("user-group-ldap-default", "none")
	w.Set("group-membership-method-default", "NOTSET")
	w.Want("PUT", "usergroups/"+id, `{"name":"A"}`, 200, `"attributes":{}`)
	w.Want("GET", "usergroups/"+id, "", 200, `"membershipMethod":"NOTSET"`)

	user := groupsim.AddUser(w.World.World, w.Org[0], "ada")
	w.Want("POST", "usergroups/"+id+"/members", `{"op":"add","type":"user","id":"`+user+`"}`, 204, "")
	w.Set("group-delete-in-use", "refuse")
	w.Want("DELETE", "usergroups/"+id, "", 409, "in use")
	w.Want("POST", "usergroups/"+id+"/members", `{"op":"remove","type":"user","id":"`+user+`"}`, 204, "")
	w.Want("DELETE", "usergroups/"+id, "", 200, "")
	w.wantViolations(0)
}

func TestMembers(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	policy, other := w.policy(), w.policy()
	group := groupsim.AddGroup(w.World.World, w.Org[0], groupsim.PolicyGroup, "G")
	members := "policygroups/" + group + "/members"
	op := func(op, id string) string { return `{"op":"` + op + `","type":"policy","id":"` + id + `"}` }

	w.Want("POST", members, op("add", policy), 204, "")
	w.Want("POST", members, op("add", policy), 409, "already")
	w.Want("POST", members, op("add", other), 204, "")
	w.Want("GET", members, "", 200, `"to":{"attributes":null,"id":"`+policy+`","type":"policy"}`)
	w.Want("GET", members+"?limit=1&skip=1", "", 200, other)
	w.Want("GET", "policygroups/"+group+"/membership?limit=1", "", 200, `"paths":[[{`)
	w.Want("GET", "policies/"+policy+"/memberof", "", 200, group)
	w.Want("GET", "policies/"+missing+"/memberof", "", 200, `[]`)
	w.Want("POST", members, `{"op":"update","type":"policy","id":"`+policy+`","attributes":{"a":1}}`, 204, "")
	w.Want("GET", members, "", 200, `"attributes":{"a":1},"from"`)
	w.Want("POST", members, op("remove", policy), 204, "")
	w.Want("POST", members, op("remove", policy), 404, "")
	w.Want("POST", members, op("add", missing), 400, "no such policy")

	for value, status := range map[string]int{"not-found": 404, "accept": 204} {
		w.Set("graph-unknown-target", value)
		w.Want("POST", members, op("add", missing), status, "")
	}

	w.Set("graph-remove-missing", "accept")
	w.Want("POST", members, op("remove", policy), 204, "")

	for value, status := range map[string]int{"invalid": 400, "not-found": 404} {
		w.Set("graph-unknown-object", value)
		w.Want("GET", "policygroups/"+missing+"/members", "", status, "")
		w.Want("POST", "policygroups/"+missing+"/members", op("add", policy), status, "")
		w.Want("GET", "policygroups/"+missing+"/membership", "", status, "")
		w.Want("GET", "policygroups/"+missing+"/systems", "", status, "")
	}

	w.wantViolations(0)
	w.Want("POST", members, `{"op":"join","type":"policy","id":"`+policy+`"}`, 400, "")
	w.Want("POST", members, `{"op":"add","type":"system","id":"`+policy+`"}`, 400, "")
	w.Want("POST", members, `{"op":"add","kind":"policy","id":"`+policy+`"}`, 400, "")
	w.wantViolations(3)

	// A deleted member is no member any more.
	w.Store.Docs("policies", w.Org[0]).Remove(other)

	if got := groupsim.MembersOf(w.World.World, w.Org[0], groupsim.Ref{Type: groupsim.PolicyGroup, ID: group}); len(got) != 0 {
		t.Errorf("members %v", got)
	}
}

func TestAssociations(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	policy, group := w.policy(), groupsim.AddGroup(w.World.World, w.Org[0], groupsim.SystemGroup, "G")
	add := `{"op":"add","type":"system_group","id":"` + group + `"}`

	w.Want("POST", "policies/"+policy+"/associations", add, 204, "")
	w.Want("POST", "policies/"+policy+"/associations", add, 409, "already")
	w.Set("graph-association-twice", "accept")
	w.Want("POST", "policies/"+policy+"/associations", add, 204, "")
	w.Want("GET", "policies/"+policy+"/associations?targets=system_group", "", 200, group)
	w.Want("GET", "policies/"+policy+"/associations?targets=system,user", "", 200, `[]`)

	// It is one edge, whichever side one looks from.
	w.Want("GET", "systemgroups/"+group+"/associations?targets=policy,policy_group", "", 200, policy)
	w.Want("POST", "systemgroups/"+group+"/associations", `{"op":"remove","type":"policy","id":"`+policy+`"}`, 204, "")
	w.Want("GET", "policies/"+policy+"/associations?targets=system_group", "", 200, `[]`)
	w.wantViolations(0)

	// A device group has targets that policies do not have.
	command, radius := groupsim.AddCommand(w.World.World, w.Org[0], "c"), groupsim.AddRADIUSServer(w.World.World, w.Org[0], "r")
	w.Want("POST", "systemgroups/"+group+"/associations", `{"op":"add","type":"command","id":"`+command+`"}`, 204, "")
	w.Want("POST", "systemgroups/"+group+"/associations", `{"op":"add","type":"radius_server","id":"`+radius+`"}`, 204, "")
	w.Want("GET", "systemgroups/"+group+"/associations?targets=command", "", 200, command)
	w.Want("GET", "systemgroups/"+group+"/associations?targets=radius_server", "", 200, radius)
	w.wantViolations(0)

	w.Want("GET", "policies/"+policy+"/associations", "", 400, "")
	w.Want("GET", "policies/"+policy+"/associations?targets=policy", "", 400, "")
	w.wantViolations(2)
}

func TestTraversals(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	ref := func(kind, id string) groupsim.Ref { return groupsim.Ref{Type: kind, ID: id} }
	bound, grouped := w.policy(), w.policy()
	policyGroup := ref(groupsim.PolicyGroup, groupsim.AddGroup(w.World.World, w.Org[0], groupsim.PolicyGroup, "P"))
	systemGroup := ref(groupsim.SystemGroup, groupsim.AddGroup(w.World.World, w.Org[0], groupsim.SystemGroup, "S"))
	userGroup := ref(groupsim.UserGroup, groupsim.AddGroup(w.World.World, w.Org[0], groupsim.UserGroup, "U"))
	system := groupsim.AddSystem(w.World.World, w.Org[0], groupsim.Device{DisplayName: "a"})
	alone := groupsim.AddSystem(w.World.World, w.Org[0], groupsim.Device{DisplayName: "b"})
	user := groupsim.AddUser(w.World.World, w.Org[0], "ada")

	groupsim.Join(w.World.World, w.Org[0], policyGroup, ref(groupsim.Policy, grouped))
	groupsim.Join(w.World.World, w.Org[0], policyGroup, ref(groupsim.Policy, bound))
	groupsim.Join(w.World.World, w.Org[0], systemGroup, ref(groupsim.System, system))
	groupsim.Join(w.World.World, w.Org[0], userGroup, ref(groupsim.User, user))
	groupsim.Bind(w.World.World, w.Org[0], systemGroup, policyGroup)
	groupsim.Bind(w.World.World, w.Org[0], policyGroup, userGroup)
	groupsim.Bind(w.World.World, w.Org[0], ref(groupsim.Policy, bound), systemGroup)
	groupsim.Bind(w.World.World, w.Org[0], ref(groupsim.Policy, bound), ref(groupsim.System, alone))

	for policy, want := range map[string][]string{bound: {alone, system}, grouped: {system}} {
		got := groupsim.SystemsOf(w.World.World, w.Org[0], policy)
		slices.Sort(got)
		slices.Sort(want)

		if !slices.Equal(got, want) {
			t.Errorf("systems %v, want %v", got, want)
		}
	}

	if got := groupsim.PoliciesOf(w.World.World, w.Org[0], alone); !slices.Equal(got, []string{bound}) {
		t.Errorf("policies %v", got)
	}

	if got := groupsim.PoliciesOf(w.World.World, w.Org[0], system); len(got) != 2 {
		t.Errorf("policies %v", got)
	}

	var reached []struct {
		ID    string  `json:"id"`
		Paths [][]any `json:"paths"`
	}

	raw := w.Want("GET", "policies/"+bound+"/systems?filter=id:eq:"+system, "", 200, system)
	if err := json.Unmarshal([]byte(raw), &reached); err != nil || len(reached) != 1 || len(reached[0].Paths) != 2 {
		t.Errorf("%s %v, want one system on two ways", raw, err)
	}

	for path, part := range map[string]string{
		"policies/" + grouped + "/systemgroups":               systemGroup.ID,
		"policies/" + grouped + "/usergroups":                 userGroup.ID,
		"policies/" + grouped + "/users":                      user,
		"policygroups/" + policyGroup.ID + "/systems":         system,
		"policygroups/" + policyGroup.ID + "/systemgroups":    systemGroup.ID,
		"policygroups/" + policyGroup.ID + "/usergroups":      userGroup.ID,
		"policygroups/" + policyGroup.ID + "/users":           user,
		"systemgroups/" + systemGroup.ID + "/policies":        grouped,
		"systemgroups/" + systemGroup.ID + "/policygroups":    policyGroup.ID,
		"systemgroups/" + systemGroup.ID + "/members?limit=1": system,
		"usergroups/" + userGroup.ID + "/membership":          user,
	} {
		w.Want("GET", path, "", 200, part)
	}

	w.wantViolations(0)

	if !groupsim.Leave(w.World.World, w.Org[0], systemGroup, ref(groupsim.System, system)) || groupsim.Unbind(w.World.World, w.Org[0], userGroup, systemGroup) {
		t.Error("leaving and unbinding do not tell what was there")
	}

	if got := groupsim.SystemsOf(w.World.World, w.Org[0], grouped); len(got) != 0 {
		t.Errorf("systems %v", got)
	}
}

func TestDynamicGroups(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	mac := groupsim.AddSystem(w.World.World, w.Org[0], groupsim.Device{DisplayName: "mac", OS: "Mac OS X"})
	lent := groupsim.AddSystem(w.World.World, w.Org[0], groupsim.Device{DisplayName: "lent", OS: "Mac OS X"})
	pc := groupsim.AddSystem(w.World.World, w.Org[0], groupsim.Device{DisplayName: "pc", OS: "Windows"})

	group := func(name, method, filters string) groupsim.Ref {
		id := w.created("systemgroups", `{"name":"`+name+`","membershipMethod":"`+method+`","memberQuery":{"queryType":"FilterQuery","filters":`+
			filters+`},"memberQueryExemptions":[{"id":"`+lent+`","type":"system"}]}`)

		return groupsim.Ref{Type: groupsim.SystemGroup, ID: id}
	}

	const automated = "DYNAMIC_AUTOMATED"

	for name, c := range map[string]struct {
		method, filters string
		want            []string
	}{
		"equal":        {automated, `[{"field":"os","operator":"eq","value":"Mac OS X"}]`, []string{mac}},
		"not equal":    {automated, `[{"field":"os","operator":"ne","value":"Mac OS X"}]`, []string{pc}},
		"both":         {automated, `[{"field":"os","operator":"eq","value":"Windows"},{"field":"displayName","operator":"eq","value":"mac"}]`, []string{}},
		"another form": {automated, `[{"all":true}]`, []string{}},
		"no filter":    {automated, `[]`, []string{}},
		"under review": {"DYNAMIC_REVIEW_REQUIRED", `[{"field":"os","operator":"eq","value":"Mac OS X"}]`, []string{}},
	} {
		g := group(name, c.method, c.filters)

		// What is added by hand is accepted and ignored.
		w.Want("POST", "systemgroups/"+g.ID+"/members", `{"op":"add","type":"system","id":"`+lent+`"}`, 204, "")

		if got := groupsim.MembersOf(w.World.World, w.Org[0], g); !slices.Equal(got, c.want) {
			t.Errorf("%s: members %v, want %v", name, got, c.want)
		}
	}

	w.wantViolations(0)
}
