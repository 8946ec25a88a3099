// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package groupsim_test

import (
	"encoding/json"
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/contract"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group/groupsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/published"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

type world struct {
	*jumpcloudsim.World

	t   *testing.T
	org string
	key string
}

// newWorld is a simulator with nothing but groups, whose answers keep the published contract.
func newWorld(t *testing.T) *world {
	t.Helper()

	w := &world{World: jumpcloudsim.New(sim.Options{}), t: t}
	groupsim.Register(w.World)

	// What a service does that takes no other members than the contract's.
	if err := w.Switches.Set("unknown-body-members", "refuse"); err != nil {
		t.Fatal(err)
	}

	provider := w.AddProvider(jumpcloudsim.Provider{Name: "MSP"})
	w.org = w.AddOrganization(provider, jumpcloudsim.Organization{Name: "Org"})
	w.key = w.AddKey("all", jumpcloudsim.Access{ProviderID: provider, AllOrganizations: true}, "")

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

// want calls and checks status and a part of the answer.
func (w *world) want(method, path, body string, status int, part string) string {
	w.t.Helper()

	req, err := http.NewRequestWithContext(w.t.Context(), method, "https://sim.invalid/api/v2/"+path, strings.NewReader(body))
	if err != nil {
		w.t.Fatal(err)
	}

	req.Header.Set("x-api-key", w.key)
	req.Header.Set("x-org-id", w.org)

	if body != "" {
		req.Header.Set("Content-Type", "application/json")
	}

	resp, err := w.Transport().RoundTrip(req)
	if err != nil {
		w.t.Fatal(err)
	}

	defer func() { _ = resp.Body.Close() }()

	raw, err := io.ReadAll(resp.Body)
	if err != nil {
		w.t.Fatal(err)
	}

	if resp.StatusCode != status || !strings.Contains(string(raw), part) {
		w.t.Errorf("%s %s %s: %d %s, want %d %s", method, path, body, resp.StatusCode, raw, status, part)
	}

	return string(raw)
}

func (w *world) created(path, body string) string {
	w.t.Helper()

	var d struct {
		ID string `json:"id"`
	}
	if err := json.Unmarshal([]byte(w.want("POST", path, body, 201, "")), &d); err != nil {
		w.t.Fatal(err)
	}

	return d.ID
}

func (w *world) set(name, value string) {
	w.t.Helper()

	if err := w.Switches.Set(name, value); err != nil {
		w.t.Fatal(err)
	}
}

func (w *world) wantViolations(n int) {
	w.t.Helper()

	if v := w.TakeViolations(); len(v) != n {
		w.t.Errorf("%d violations, want %d: %v", len(v), n, v)
	}
}

// policy stores a policy as its own simulator would.
func (w *world) policy() string {
	id := w.IDs.ObjectID()
	w.Store.Docs("policies", w.org).Put(id, sim.Doc{"id": id, "name": "Lock"})

	return id
}

const missing = "0123456789abcdef01234567"

func TestGroups(t *testing.T) {
	t.Parallel()

	w := newWorld(t)

	for _, kind := range []string{"policygroups", "systemgroups", "usergroups"} {
		id := w.created(kind, `{"name":"A","description":"d"}`)
		w.want("POST", kind, `{"name":"A"}`, 409, "already exists")
		w.want("POST", kind, `{"name":" "}`, 400, "nullName")
		w.want("POST", kind, `{"description":"x"}`, 400, "nullName")
		w.want("GET", kind+"/"+id, "", 200, `"description":"d"`)
		w.want("GET", kind+"?limit=5&filter=name:eq:A", "", 200, `[{"`)
		w.want("PUT", kind+"/"+id, `{"name":"B"}`, 200, `"description":""`)
		w.want("PUT", kind+"/"+missing, `{"name":"B"}`, 404, "")
		w.want("GET", kind+"/"+missing, "", 404, "not found")
		w.want("DELETE", kind+"/"+id, "", 200, `"name":"B"`)
		w.want("DELETE", kind+"/"+id, "", 404, "")

		w.set("group-delete-answer", "empty")
		w.set("group-name-unique", "off")
		w.set("group-name-blank", "accept")
		first := w.created(kind, `{"name":""}`)
		w.want("POST", kind, `{"name":""}`, 201, first[:8])
		w.want("DELETE", kind+"/"+first, "", 204, "")
		w.set("group-delete-answer", "object")
		w.set("group-name-unique", "on")
		w.set("group-name-blank", "refuse")
	}

	w.want("GET", "groups?limit=10&filter=type:eq:user_group", "", 200, `"type":"user_group"`)
	w.wantViolations(0)
	w.want("POST", "policygroups", `{"name":"C","email":"x"}`, 400, "not a known field")
	w.want("POST", "systemgroups", `{"name":"C","membershipMethod":"AUTO"}`, 400, "")
	w.wantViolations(2)
}

func TestSwitchesOfGroups(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	id := w.created("usergroups", `{"name":"A","attributes":{"posixGroups":[{"id":1,"name":"a"}]}}`)

	w.want("GET", "usergroups/"+id, "", 200, `"ldapGroups":[{"name":"A"}]`)

	if short := w.want("GET", "usergroups", "", 200, `"name":"A"`); strings.Contains(short, "membershipMethod") {
		t.Errorf("not short: %s", short)
	}

	w.set("group-list-shape", "whole")
	w.want("GET", "usergroups", "", 200, `"membershipMethod":"STATIC"`)
	w.want("PUT", "usergroups/"+id, `{"name":"A"}`, 400, "posixGroups")
	w.set("user-group-posix-change", "accept")
	w.set("user-group-ldap-default", "none")
	w.set("group-membership-method-default", "NOTSET")
	w.want("PUT", "usergroups/"+id, `{"name":"A"}`, 200, `"attributes":{}`)
	w.want("GET", "usergroups/"+id, "", 200, `"membershipMethod":"NOTSET"`)

	user := groupsim.AddUser(w.World, w.org, "ada")
	w.want("POST", "usergroups/"+id+"/members", `{"op":"add","type":"user","id":"`+user+`"}`, 204, "")
	w.set("group-delete-in-use", "refuse")
	w.want("DELETE", "usergroups/"+id, "", 409, "in use")
	w.want("POST", "usergroups/"+id+"/members", `{"op":"remove","type":"user","id":"`+user+`"}`, 204, "")
	w.want("DELETE", "usergroups/"+id, "", 200, "")
	w.wantViolations(0)
}

func TestMembers(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	policy, other := w.policy(), w.policy()
	group := groupsim.AddGroup(w.World, w.org, groupsim.PolicyGroup, "G")
	members := "policygroups/" + group + "/members"
	op := func(op, id string) string { return `{"op":"` + op + `","type":"policy","id":"` + id + `"}` }

	w.want("POST", members, op("add", policy), 204, "")
	w.want("POST", members, op("add", policy), 409, "already")
	w.want("POST", members, op("add", other), 204, "")
	w.want("GET", members, "", 200, `"to":{"attributes":null,"id":"`+policy+`","type":"policy"}`)
	w.want("GET", members+"?limit=1&skip=1", "", 200, other)
	w.want("GET", "policygroups/"+group+"/membership?limit=1", "", 200, `"paths":[[{`)
	w.want("GET", "policies/"+policy+"/memberof", "", 200, group)
	w.want("GET", "policies/"+missing+"/memberof", "", 200, `[]`)
	w.want("POST", members, `{"op":"update","type":"policy","id":"`+policy+`","attributes":{"a":1}}`, 204, "")
	w.want("GET", members, "", 200, `"attributes":{"a":1},"from"`)
	w.want("POST", members, op("remove", policy), 204, "")
	w.want("POST", members, op("remove", policy), 404, "")
	w.want("POST", members, op("add", missing), 400, "no such policy")

	for value, status := range map[string]int{"not-found": 404, "accept": 204} {
		w.set("graph-unknown-target", value)
		w.want("POST", members, op("add", missing), status, "")
	}

	w.set("graph-remove-missing", "accept")
	w.want("POST", members, op("remove", policy), 204, "")

	for value, status := range map[string]int{"invalid": 400, "not-found": 404} {
		w.set("graph-unknown-object", value)
		w.want("GET", "policygroups/"+missing+"/members", "", status, "")
		w.want("POST", "policygroups/"+missing+"/members", op("add", policy), status, "")
		w.want("GET", "policygroups/"+missing+"/membership", "", status, "")
		w.want("GET", "policygroups/"+missing+"/systems", "", status, "")
	}

	w.wantViolations(0)
	w.want("POST", members, `{"op":"join","type":"policy","id":"`+policy+`"}`, 400, "")
	w.want("POST", members, `{"op":"add","type":"system","id":"`+policy+`"}`, 400, "")
	w.want("POST", members, `{"op":"add","kind":"policy","id":"`+policy+`"}`, 400, "")
	w.wantViolations(3)

	// A deleted member is no member any more.
	w.Store.Docs("policies", w.org).Remove(other)

	if got := groupsim.MembersOf(w.World, w.org, groupsim.Ref{Type: groupsim.PolicyGroup, ID: group}); len(got) != 0 {
		t.Errorf("members %v", got)
	}
}

func TestAssociations(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	policy, group := w.policy(), groupsim.AddGroup(w.World, w.org, groupsim.SystemGroup, "G")
	add := `{"op":"add","type":"system_group","id":"` + group + `"}`

	w.want("POST", "policies/"+policy+"/associations", add, 204, "")
	w.want("POST", "policies/"+policy+"/associations", add, 409, "already")
	w.set("graph-association-twice", "accept")
	w.want("POST", "policies/"+policy+"/associations", add, 204, "")
	w.want("GET", "policies/"+policy+"/associations?targets=system_group", "", 200, group)
	w.want("GET", "policies/"+policy+"/associations?targets=system,user", "", 200, `[]`)

	// It is one edge, whichever side one looks from.
	w.want("GET", "systemgroups/"+group+"/associations?targets=policy,policy_group", "", 200, policy)
	w.want("POST", "systemgroups/"+group+"/associations", `{"op":"remove","type":"policy","id":"`+policy+`"}`, 204, "")
	w.want("GET", "policies/"+policy+"/associations?targets=system_group", "", 200, `[]`)
	w.wantViolations(0)

	// A device group has targets that policies do not have.
	command, radius := groupsim.AddCommand(w.World, w.org, "c"), groupsim.AddRADIUSServer(w.World, w.org, "r")
	w.want("POST", "systemgroups/"+group+"/associations", `{"op":"add","type":"command","id":"`+command+`"}`, 204, "")
	w.want("POST", "systemgroups/"+group+"/associations", `{"op":"add","type":"radius_server","id":"`+radius+`"}`, 204, "")
	w.want("GET", "systemgroups/"+group+"/associations?targets=command", "", 200, command)
	w.want("GET", "systemgroups/"+group+"/associations?targets=radius_server", "", 200, radius)
	w.wantViolations(0)

	w.want("GET", "policies/"+policy+"/associations", "", 400, "")
	w.want("GET", "policies/"+policy+"/associations?targets=policy", "", 400, "")
	w.wantViolations(2)
}

func TestTraversals(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	ref := func(kind, id string) groupsim.Ref { return groupsim.Ref{Type: kind, ID: id} }
	bound, grouped := w.policy(), w.policy()
	policyGroup := ref(groupsim.PolicyGroup, groupsim.AddGroup(w.World, w.org, groupsim.PolicyGroup, "P"))
	systemGroup := ref(groupsim.SystemGroup, groupsim.AddGroup(w.World, w.org, groupsim.SystemGroup, "S"))
	userGroup := ref(groupsim.UserGroup, groupsim.AddGroup(w.World, w.org, groupsim.UserGroup, "U"))
	system := groupsim.AddSystem(w.World, w.org, groupsim.Device{DisplayName: "a"})
	alone := groupsim.AddSystem(w.World, w.org, groupsim.Device{DisplayName: "b"})
	user := groupsim.AddUser(w.World, w.org, "ada")

	groupsim.Join(w.World, w.org, policyGroup, ref(groupsim.Policy, grouped))
	groupsim.Join(w.World, w.org, policyGroup, ref(groupsim.Policy, bound))
	groupsim.Join(w.World, w.org, systemGroup, ref(groupsim.System, system))
	groupsim.Join(w.World, w.org, userGroup, ref(groupsim.User, user))
	groupsim.Bind(w.World, w.org, systemGroup, policyGroup)
	groupsim.Bind(w.World, w.org, policyGroup, userGroup)
	groupsim.Bind(w.World, w.org, ref(groupsim.Policy, bound), systemGroup)
	groupsim.Bind(w.World, w.org, ref(groupsim.Policy, bound), ref(groupsim.System, alone))

	for policy, want := range map[string][]string{bound: {alone, system}, grouped: {system}} {
		got := groupsim.SystemsOf(w.World, w.org, policy)
		slices.Sort(got)
		slices.Sort(want)

		if !slices.Equal(got, want) {
			t.Errorf("systems %v, want %v", got, want)
		}
	}

	if got := groupsim.PoliciesOf(w.World, w.org, alone); !slices.Equal(got, []string{bound}) {
		t.Errorf("policies %v", got)
	}

	if got := groupsim.PoliciesOf(w.World, w.org, system); len(got) != 2 {
		t.Errorf("policies %v", got)
	}

	var reached []struct {
		ID    string  `json:"id"`
		Paths [][]any `json:"paths"`
	}

	raw := w.want("GET", "policies/"+bound+"/systems?filter=id:eq:"+system, "", 200, system)
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
		w.want("GET", path, "", 200, part)
	}

	w.wantViolations(0)

	if !groupsim.Leave(w.World, w.org, systemGroup, ref(groupsim.System, system)) || groupsim.Unbind(w.World, w.org, userGroup, systemGroup) {
		t.Error("leaving and unbinding do not tell what was there")
	}

	if got := groupsim.SystemsOf(w.World, w.org, grouped); len(got) != 0 {
		t.Errorf("systems %v", got)
	}
}

func TestDynamicGroups(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	mac := groupsim.AddSystem(w.World, w.org, groupsim.Device{DisplayName: "mac", OS: "Mac OS X"})
	lent := groupsim.AddSystem(w.World, w.org, groupsim.Device{DisplayName: "lent", OS: "Mac OS X"})
	pc := groupsim.AddSystem(w.World, w.org, groupsim.Device{DisplayName: "pc", OS: "Windows"})

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
		w.want("POST", "systemgroups/"+g.ID+"/members", `{"op":"add","type":"system","id":"`+lent+`"}`, 204, "")

		if got := groupsim.MembersOf(w.World, w.org, g); !slices.Equal(got, c.want) {
			t.Errorf("%s: members %v, want %v", name, got, c.want)
		}
	}

	w.wantViolations(0)
}
