// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package authnpolicysim simulates authentication (conditional access) policies
// (evidence: access 2).
package authnpolicysim

import (
	"maps"
	"net/http"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// Collection is where the policies are stored, scoped by organization, and Applications
// where the single sign-on applications are that they name.
const (
	Collection   = "authnpolicies"
	Applications = "applications"
)

// ipLists are stored here by whoever simulates them.
const ipLists = "iplists"

var switches = []sim.Switch{
	{
		Name: "authnpolicy-name-blank", Default: "refuse", Values: []string{"refuse", "accept"},
		About: "whether an authentication policy needs a name: no member is marked as required",
	},
	{
		Name: "authnpolicy-name-unique", Default: "off", Values: []string{"off", "on"},
		About: "whether a second authentication policy of one name is a 409; 409 is declared, but on reads as well",
	},
	{
		Name: "authnpolicy-patch-nested", Default: "replace", Values: []string{"replace", "merge"},
		About: "whether a PATCH replaces targets and effect as wholes or merges their members",
	},
	{
		Name: "authnpolicy-empty-members", Default: "keep", Values: []string{"keep", "drop"},
		About: "whether empty members (lists, objects, conditions {}) are answered or left out",
	},
	{
		Name: "authnpolicy-list-order", Default: "keep", Values: []string{"keep", "reverse"},
		About: "whether lists within a policy come back in the order in which they were sent",
	},
	{
		Name: "authnpolicy-iplist-unknown", Default: "accept", Values: []string{"accept", "refuse"},
		About: "whether a condition may name an IP list that the organization does not have",
	},
}

var fields = sim.Fields{
	"name": sim.String, "description": sim.String, "disabled": sim.Bool, "monitorOnly": sim.Bool, "type": sim.String,
	"targets": sim.Object, "effect": sim.Object, "conditions": sim.Object,
}

// Register adds the routes and switches to a world.
func Register(w *jumpcloudsim.World) {
	w.Switches.Define(switches...)

	// The list documents neither fields nor sortIgnoreCase [S].
	w.Tenant("GET /api/v2/authn/policies", list, jumpcloudsim.Limit, jumpcloudsim.Skip, jumpcloudsim.Filter, jumpcloudsim.Sort)
	w.Tenant("POST /api/v2/authn/policies", create)
	w.Tenant("GET /api/v2/authn/policies/{id}", get)
	w.Tenant("PATCH /api/v2/authn/policies/{id}", patch)
	w.Tenant("DELETE /api/v2/authn/policies/{id}", remove)

	// Version 1 has the applications, under _id, and documents no sortIgnoreCase [S].
	w.Tenant("GET /api/applications", listApplications,
		jumpcloudsim.FieldList, jumpcloudsim.Limit, jumpcloudsim.Skip, jumpcloudsim.Filter, jumpcloudsim.Sort)
	w.Tenant("GET /api/applications/{id}", getApplication)
}

func listApplications(c *jumpcloudsim.Call) sim.Response {
	all := c.Tenant(Applications).All()
	for i := range all {
		all[i] = applicationShown(all[i])
	}

	return c.Wrapped("results", all, jumpcloudsim.List{Filterable: []string{"name"}})
}

func getApplication(c *jumpcloudsim.Call) sim.Response {
	d, ok := c.Tenant(Applications).Get(c.PathValue("id"))
	if !ok {
		return jumpcloudsim.NotFound()
	}

	return sim.JSON(http.StatusOK, applicationShown(d))
}

// applicationShown has the members that the contract requires beside those that are stored.
func applicationShown(d sim.Doc) sim.Doc {
	shown := sim.Doc{"ssoUrl": "", "config": sim.Doc{}}
	maps.Copy(shown, d)
	shown["_id"] = d["id"]
	delete(shown, "id")

	return shown
}

func list(c *jumpcloudsim.Call) sim.Response {
	all := c.Tenant(Collection).All()
	for i := range all {
		all[i] = shown(c, all[i])
	}

	return c.Array(all, jumpcloudsim.List{Filterable: []string{"name"}})
}

func get(c *jumpcloudsim.Call) sim.Response {
	d, ok := c.Tenant(Collection).Get(c.PathValue("id"))
	if !ok {
		return jumpcloudsim.NotFound()
	}

	return sim.JSON(http.StatusOK, shown(c, d))
}

// create fills in what the body leaves out: type is user_portal [S], and a policy with no
// conditions has {} [S]; that the rest is false or empty is assumed [I].
func create(c *jumpcloudsim.Call) sim.Response {
	return save(c, http.StatusCreated, sim.Doc{
		"id": c.World.IDs.ObjectID(), "name": "", "description": "", "disabled": false, "monitorOnly": false,
		"type": "user_portal", "targets": sim.Doc{}, "conditions": sim.Doc{},
	})
}

// patch changes only what is sent [S]; how deep that goes is a switch.
func patch(c *jumpcloudsim.Call) sim.Response {
	d, ok := c.Tenant(Collection).Get(c.PathValue("id"))
	if !ok {
		return jumpcloudsim.NotFound()
	}

	return save(c, http.StatusOK, d)
}

// remove answers 200 with the deleted object [S].
func remove(c *jumpcloudsim.Call) sim.Response {
	id := c.PathValue("id")

	d, ok := c.Tenant(Collection).Get(id)
	if !ok {
		return jumpcloudsim.NotFound()
	}

	c.Tenant(Collection).Remove(id)

	return sim.JSON(http.StatusOK, shown(c, d))
}

// save stores base with the body's members over it.
func save(c *jumpcloudsim.Call, status int, base sim.Doc) sim.Response {
	body, bad := c.Object(fields)
	if bad == nil {
		bad = checkNested(c, body)
	}

	if bad != nil {
		return jumpcloudsim.BadBody(bad)
	}

	deep := c.Switch("authnpolicy-patch-nested") == "merge"
	for name, value := range body {
		base[name] = over(base[name], value, deep && name != "conditions")
	}

	id, _ := base["id"].(string)
	name, _ := base["name"].(string)

	if strings.TrimSpace(name) == "" && c.Switch("authnpolicy-name-blank") == "refuse" {
		return jumpcloudsim.BadRequest("name must not be blank", "invalidName", "name")
	}

	if c.Switch("authnpolicy-name-unique") == "on" {
		if _, taken := c.Tenant(Collection).Find(func(d sim.Doc) bool { return d["name"] == name && d["id"] != id }); taken {
			return jumpcloudsim.Conflict("authentication policy already exists")
		}
	}

	if c.Switch("authnpolicy-iplist-unknown") == "refuse" {
		for _, list := range addresses(base["conditions"]) {
			if _, ok := c.Tenant(ipLists).Get(list); !ok {
				return jumpcloudsim.BadRequest("unknown IP list "+list, "", "conditions")
			}
		}
	}

	c.Tenant(Collection).Put(id, base)

	return sim.JSON(status, shown(c, base))
}

// over puts value over old; deep merges objects.
func over(old, value any, deep bool) any {
	before, was := old.(sim.Doc)
	now, is := value.(sim.Doc)

	if !deep || !was || !is {
		return value
	}

	for name, member := range now {
		before[name] = over(before[name], member, true)
	}

	return before
}

// shown is the policy as an answer has it.
func shown(c *jumpcloudsim.Call, d sim.Doc) sim.Doc {
	if c.Switch("authnpolicy-empty-members") == "drop" {
		d, _ = withoutEmpty(d).(sim.Doc)
	}

	if c.Switch("authnpolicy-list-order") == "reverse" {
		reverse(d)
	}

	return d
}
