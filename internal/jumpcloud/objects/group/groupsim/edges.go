// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package groupsim

import (
	"maps"
	"slices"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// targets are what the types can be associated with [S]. Of commands and RADIUS servers
// nothing but their being there is simulated.
var targets = map[string][]string{
	Policy:      {System, SystemGroup, User, UserGroup},
	PolicyGroup: {System, SystemGroup, User, UserGroup},
	SystemGroup: {Command, Policy, PolicyGroup, RADIUSServer, User, UserGroup},
	UserGroup:   userGroupTargets,
	User:        {LDAPServer, Office365, Policy, PolicyGroup, RADIUSServer, System, SystemGroup},
	System:      systemTargets,
	LDAPServer:  {User, UserGroup},
	Office365:   {User, UserGroup},
}

func registerGraph(w *jumpcloudsim.World) {
	paging := []string{jumpcloudsim.Limit, jumpcloudsim.Skip}
	filtered := []string{jumpcloudsim.Limit, jumpcloudsim.Skip, jumpcloudsim.Filter}
	sorted := []string{jumpcloudsim.Limit, jumpcloudsim.Skip, jumpcloudsim.Filter, jumpcloudsim.Sort}

	for _, k := range kinds {
		owner := "/api/v2/" + k.collection + "/{group_id}"
		w.Tenant("GET "+owner+"/members", listMembers(k), paging...)
		w.Tenant("POST "+owner+"/members", changeMembers(k))
		w.Tenant("GET "+owner+"/membership", membership(k), sorted...)
	}

	for _, of := range slices.Sorted(maps.Keys(targets)) {
		owner := ownerPath(of)
		w.Tenant("GET "+owner+"/associations", listAssociations(of), append([]string{"targets"}, paging...)...)
		w.Tenant("POST "+owner+"/associations", changeAssociations(of))
	}

	for _, of := range []string{Policy, System, User} {
		w.Tenant("GET "+ownerPath(of)+"/memberof", memberOf(of), sorted...)
	}

	for _, of := range []string{UserGroup, User, System, LDAPServer, Office365} {
		for _, to := range targets[of] {
			if to != IDPRoutingPolicy && to != PasswordManagerItem { // no traversal leads to them [S]
				w.Tenant("GET "+ownerPath(of)+"/"+segment(to), traverse(of, to, around(of)), filtered...)
			}
		}
	}

	for _, of := range []string{Policy, PolicyGroup} {
		for _, to := range targets[of] {
			w.Tenant("GET "+ownerPath(of)+"/"+strings.ReplaceAll(to, "_", "")+"s", traverse(of, to, (*graph).down), filtered...)
		}
	}

	w.Tenant("GET /api/v2/systemgroups/{group_id}/policies", traverse(SystemGroup, Policy, (*graph).up), filtered...)
	w.Tenant("GET /api/v2/systemgroups/{group_id}/policygroups", traverse(SystemGroup, PolicyGroup, (*graph).up), filtered...)
}

// owner is the object in the path.
func owner(c *jumpcloudsim.Call, of string) (Ref, *sim.Response) {
	if of == LDAPServer {
		c.World.EnsureLDAPServer(c.OrgID)
	}

	r := Ref{of, c.PathValue(parameter(of))}
	if scope(c.Tenant).has(r) {
		return r, nil
	}

	if c.Switch("graph-unknown-object") == "not-found" {
		return r, new(jumpcloudsim.NotFound())
	}

	// loadsmart's fake, which follows the live service [3p].
	return r, new(jumpcloudsim.BadRequest("INVALID_ARGUMENT", "", ""))
}

func listMembers(k kind) jumpcloudsim.Handler {
	return func(c *jumpcloudsim.Call) sim.Response {
		group, refused := owner(c, k.name)
		if refused != nil {
			return *refused
		}

		return connections(c, load(c.Tenant).members(group))
	}
}

// listAssociations shows direct edges only. targets is required and takes one or more
// types; an impossible one is a 400 ([cli] graph.go).
func listAssociations(of string) jumpcloudsim.Handler {
	return func(c *jumpcloudsim.Call) sim.Response {
		wanted := strings.FieldsFunc(c.URL.Query().Get("targets"), func(r rune) bool { return r == ',' })
		impossible := func(t string) bool { return !slices.Contains(targets[of], t) }
		absent := func(t string) bool { return t == c.Switch("graph-absent-type") }

		if len(wanted) == 0 || slices.ContainsFunc(wanted, impossible) {
			c.Violate("query", "targets names no type that can be associated")

			return jumpcloudsim.BadRequest("invalid targets", "", "targets")
		}

		if slices.ContainsFunc(wanted, absent) {
			return jumpcloudsim.BadRequest("invalid targets", "", "targets")
		}

		r, refused := owner(c, of)
		if refused != nil {
			return *refused
		}

		return connections(c, slices.DeleteFunc(load(c.Tenant).associations(r), func(h hop) bool {
			return !slices.Contains(wanted, h.to.Type)
		}))
	}
}

func connections(c *jumpcloudsim.Call, hops []hop) sim.Response {
	docs := make([]sim.Doc, 0, len(hops))
	for _, h := range hops {
		docs = append(docs, h.doc())
	}

	return c.Array(docs, jumpcloudsim.List{})
}

func changeMembers(k kind) jumpcloudsim.Handler {
	return func(c *jumpcloudsim.Call) sim.Response { return change(c, k.name, member, []string{k.member}) }
}

func changeAssociations(of string) jumpcloudsim.Handler {
	return func(c *jumpcloudsim.Call) sim.Response { return change(c, of, association, targets[of]) }
}

// change carries out one operation, answered with 204 and no body [S].
func change(c *jumpcloudsim.Call, of, relation string, types []string) sim.Response {
	body, bad := c.Object(sim.Fields{"id": sim.String, "op": sim.String, "type": sim.String, "attributes": sim.Object | sim.Null})
	if bad != nil {
		return jumpcloudsim.BadBody(bad)
	}

	id, _ := body["id"].(string)
	op, _ := body["op"].(string)
	to, _ := body["type"].(string)

	if !slices.Contains(types, to) || !slices.Contains([]string{"add", "remove", "update"}, op) || id == "" {
		c.Violate("body", "not an operation that the graph has")

		return jumpcloudsim.BadRequest("invalid operation", "", "")
	}

	if relation == association && to == c.Switch("graph-absent-type") {
		return jumpcloudsim.BadRequest("invalid type "+to, "", "type")
	}

	from, refused := owner(c, of)
	if refused != nil {
		return *refused
	}

	e := newEdge(relation, from, Ref{to, id})
	e.attributes = body["attributes"]

	if group, ok := c.Tenant(collections[of]).Get(from.ID); ok && relation == member && isDynamic(group) {
		return sim.NoContent() // accepted and ignored: the query decides (loadsmart's fake) [3p]
	}

	if op == "add" {
		return add(c, e, Ref{to, id})
	}

	_, there := c.Tenant(Edges).Get(e.id())

	switch {
	case !there && c.Switch("graph-remove-missing") == "accept":
	case !there:
		return jumpcloudsim.NotFound()
	case op == "remove":
		c.Tenant(Edges).Remove(e.id())
	default:
		c.Tenant(Edges).Put(e.id(), e.doc()) // update changes the edge's attributes only [S]
	}

	return sim.NoContent()
}

func add(c *jumpcloudsim.Call, e edge, target Ref) sim.Response {
	if target.Type == LDAPServer {
		c.World.EnsureLDAPServer(c.OrgID)
	}

	if !scope(c.Tenant).has(target) {
		switch c.Switch("graph-unknown-target") {
		case "refuse":
			return jumpcloudsim.BadRequest("no such "+target.Type+": "+target.ID, "", "id")
		case "not-found":
			return jumpcloudsim.NotFound()
		}

		return sim.NoContent()
	}

	if _, there := c.Tenant(Edges).Get(e.id()); there {
		// A member that is there is a 409 ([cli] groups.go).
		if e.relation == member || c.Switch("graph-association-twice") == "conflict" {
			return jumpcloudsim.Conflict("already exists")
		}

		return sim.NoContent()
	}

	c.Tenant(Edges).Put(e.id(), e.doc())

	return sim.NoContent()
}

func isDynamic(group sim.Doc) bool {
	method, _ := group["membershipMethod"].(string)

	return strings.HasPrefix(method, "DYNAMIC")
}

// membership shows the effective members with their paths [S].
func membership(k kind) jumpcloudsim.Handler {
	return func(c *jumpcloudsim.Call) sim.Response {
		group, refused := owner(c, k.name)
		if refused != nil {
			return *refused
		}

		return reached(c, oneHop(load(c.Tenant).members(group)))
	}
}

// memberOf answers an empty list for a policy that does not exist, as the same route of
// users does (loadsmart's fake) [3p].
func memberOf(of string) jumpcloudsim.Handler {
	return func(c *jumpcloudsim.Call) sim.Response {
		return reached(c, oneHop(load(c.Tenant).groups(Ref{of, c.PathValue(parameter(of))})))
	}
}

func traverse(of, to string, step stepper) jumpcloudsim.Handler {
	return func(c *jumpcloudsim.Call) sim.Response {
		start, refused := owner(c, of)
		if refused != nil {
			return *refused
		}

		return reached(c, load(c.Tenant).walk(start, to, step))
	}
}

// reached answers objects with every path that leads to them [S].
func reached(c *jumpcloudsim.Call, all []route) sim.Response {
	docs := make([]sim.Doc, 0, len(all))

	for _, r := range all {
		paths := make([]any, 0, len(r.paths))

		for _, p := range r.paths {
			hops := make([]any, 0, len(p))
			for _, h := range p {
				hops = append(hops, h.doc())
			}

			paths = append(paths, hops)
		}

		docs = append(docs, sim.Doc{"id": r.to.ID, "type": r.to.Type, "compiledAttributes": nil, "paths": paths})
	}

	// By which fields it filters is not documented; these are what an object shows [U].
	return c.Array(docs, jumpcloudsim.List{Filterable: []string{"id", "type"}})
}
