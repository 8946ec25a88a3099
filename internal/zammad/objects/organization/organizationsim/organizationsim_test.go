// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organizationsim_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof/wire"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/zammad/objects/organization/organizationsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/zammad/zammadsim"
)

type world struct {
	*zammadsim.World

	t      *testing.T
	member string // id of the organization that a customer belongs to
}

func newWorld(t *testing.T) *world {
	t.Helper()

	w := &world{World: zammadsim.New(sim.Options{}), t: t}
	organizationsim.Register(w.World)
	w.member = organizationsim.Add(w.World, sim.Doc{"name": "Rest Org #1"})

	for token, u := range map[string]zammadsim.User{
		"admin": {Permissions: []string{"admin.organization"}}, "agent": {Permissions: []string{"ticket.agent"}},
		"customer": {Permissions: []string{"ticket.customer"}}, "member": {Permissions: []string{"ticket.customer"}, OrganizationID: w.member},
	} {
		u.Token = token
		w.AddUser(u)
	}

	return w
}

// want calls with a token and checks status and a part of the answer.
func (w *world) want(token, method, path, body string, status int, part string) sim.Doc {
	w.t.Helper()

	as := wire.Caller{T: w.t, Transport: w.Transport(), Path: "/api/v1/organizations", Header: map[string]string{}}
	if token != "" {
		as.Header["Authorization"] = "Token token=" + token
	}

	var d sim.Doc

	_ = json.Unmarshal([]byte(as.Want(method, path, body, status, part)), &d) // a list is none

	return d
}

// TestVisibility: who sees what, as in the specification of the source.
func TestVisibility(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	other := organizationsim.Add(w.World, sim.Doc{"name": "Rest Org #2"})

	for _, token := range []string{"admin", "agent"} {
		w.want(token, "GET", "", "", 200, "Rest Org #2")
		w.want(token, "GET", "/"+other, "", 200, "Rest Org #2")
		w.want(token, "GET", "/999", "", 404, "Couldn't find Organization with 'id'=999")
	}

	w.want("customer", "GET", "", "", 200, "[]")
	w.want("customer", "GET", "/"+other, "", 200, "{}")
	w.want("member", "GET", "/"+w.member, "", 200, "Rest Org #1")
	w.want("member", "GET", "/"+other, "", 403, "Not authorized")
	w.want("nobody", "GET", "", "", 401, "Can't find User for Token")

	for _, token := range []string{"agent", "customer", "member"} {
		w.want(token, "POST", "", `{"name":"x"}`, 403, "Not authorized")
		w.want(token, "PUT", "/"+other, `{"name":"x"}`, 403, "Not authorized")
		w.want(token, "DELETE", "/"+other, "", 403, "Not authorized")
	}

	w.want("", "GET", "", "", 403, "Authentication required")

	if v := w.TakeViolations(); len(v) != 1 {
		t.Errorf("violations %v, want that of the missing credential", v)
	}
}

func TestLifeCycle(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	made := w.want("admin", "POST", "", `{"id":7,"name":"Acme","domain":" @ACME.Example","note":"R&D <script>x</script>&lt;","unknown":1}`, 201, `"name":"Acme"`)

	if made["domain"] != "acme.example" || made["note"] != "R&amp;D &lt;" || made["unknown"] != nil || fmt.Sprint(made["id"]) == "7" || made["shared"] != true {
		t.Errorf("made %v", made)
	}

	at := fmt.Sprintf("/%v", made["id"])
	w.want("admin", "PUT", at, `{"active":false}`, 200, `"domain":"acme.example"`)
	w.want("admin", "PUT", at, `{"name":" "}`, 422, "Name can't be blank")
	w.want("admin", "PUT", at, `{"name":"rest org #1"}`, 422, "Name has already been taken")
	w.want("admin", "PUT", at, `{"domain":"","domain_assignment":true}`, 422, "Domain required")
	w.want("admin", "DELETE", "/"+w.member, "", 422, "object has references")
	w.want("admin", "DELETE", at, "", 200, "{}")
	w.want("admin", "DELETE", at, "", 404, "")
	w.want("admin", "PUT", at, "{}", 404, "")

	w.Store.Docs(organizationsim.Attributes, "").Put("tier", sim.Doc{"name": "tier", "mandatory": true})
	w.want("admin", "POST", "", `{"name":"x"}`, 422, "'tier'")
	w.want("admin", "POST", "", `{"name":"x","tier":"gold"}`, 201, `"tier":"gold"`)

	if v := w.TakeViolations(); len(v) != 0 {
		t.Errorf("violations %v", v)
	}

	w.want("admin", "POST", "", "[", 422, "")

	if v := w.TakeViolations(); len(v) != 1 {
		t.Errorf("violations %v", v)
	}
}

// TestMembers: a list of members replaces the members, whoever they were.
func TestMembers(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	ann := w.AddUser(zammadsim.User{Login: "ann"})

	w.want("admin", "PUT", "/"+w.member, `{"member_ids":[`+ann+`]}`, 200, `"member_ids":[`+ann+`]`)
	w.want("admin", "PUT", "/"+w.member, `{"member_ids":null}`, 200, `"member_ids":[]`)
}

func TestPages(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	for i := range 3 {
		organizationsim.Add(w.World, sim.Doc{"name": fmt.Sprintf("Org %d", i)})
	}

	w.want("agent", "GET", "?page=2&per_page=2", "", 200, "Org 2")
	w.want("agent", "GET", "?page=3&per_page=2", "", 200, "[]")
	w.want("agent", "GET", "?page=0&per_page=x", "", 200, "Rest Org #1")

	if v := w.TakeViolations(); len(v) != 2 {
		t.Errorf("violations %v, want one for each number that is none", v)
	}
}
