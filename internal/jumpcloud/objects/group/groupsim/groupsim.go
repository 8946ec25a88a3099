// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package groupsim simulates policy groups, system groups and user groups, and the graph
// that joins them with policies, systems and users (evidence: groups 1, 2).
package groupsim

import (
	"maps"
	"net/http"
	"slices"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// Collections, all scoped by organization.
const (
	PolicyGroups  = "policygroups"
	SystemGroups  = "systemgroups"
	UserGroups    = "usergroups"
	Systems       = "systems"
	Users         = "systemusers"
	Commands      = "commands"
	RADIUSServers = "radiusservers"
	Edges         = "graphedges"

	policies = "policies" // stored here by whoever simulates them
)

// kind is what the three kinds of groups differ in.
type kind struct {
	collection string
	name       string // as it stands in "type"
	member     string // the type of its members
	fields     sim.Fields
	short      []string // what a short list shows
}

var dynamic = sim.Fields{
	"name": sim.String, "description": sim.String, "email": sim.String, "attributes": sim.Object | sim.Null,
	"memberQuery": sim.Object | sim.Null, "membershipMethod": sim.String, "memberSuggestionsNotify": sim.Bool,
	"memberQueryExemptions": sim.Array,
}

var listed = []string{"id", "name", "description", "email", "type", "organizationObjectId"}

var kinds = []kind{
	// The write schema has the name only; the description is accepted and returned as well ([cli] bundle apply).
	{PolicyGroups, PolicyGroup, Policy, sim.Fields{"name": sim.String, "description": sim.String}, nil},
	{SystemGroups, SystemGroup, System, dynamic, listed},
	{UserGroups, UserGroup, User, dynamic, listed},
}

// Register adds the routes and switches to a world.
func Register(w *jumpcloudsim.World) {
	w.Switches.Define(switches...)
	w.NewPolicyGroup = func(orgID, name string, policyIDs []string) string { return newPolicyGroup(w, orgID, name, policyIDs) }
	w.SystemsOf = func(orgID, policyID string) []string { return SystemsOf(w, orgID, policyID) }

	paging := []string{jumpcloudsim.Limit, jumpcloudsim.Skip, jumpcloudsim.Filter, jumpcloudsim.Sort, jumpcloudsim.FieldList}

	for _, k := range kinds {
		base := "/api/v2/" + k.collection
		w.Tenant("GET "+base, k.list, paging...)
		w.Tenant("POST "+base, k.create)
		w.Tenant("GET "+base+"/{id}", k.get)
		w.Tenant("PUT "+base+"/{id}", k.replace)
		w.Tenant("PATCH "+base+"/{id}", k.patch)
		w.Tenant("DELETE "+base+"/{id}", k.remove)
	}

	w.Tenant("GET /api/v2/groups", listAll, paging...)
	registerGraph(w)
	registerShares(w)
	registerThings(w)
}

// newPolicyGroup makes a policy group with members.
func newPolicyGroup(w *jumpcloudsim.World, orgID, name string, policyIDs []string) string {
	id := AddGroup(w, orgID, PolicyGroup, name)
	for _, policy := range policyIDs {
		Join(w, orgID, Ref{Type: PolicyGroup, ID: id}, Ref{Type: Policy, ID: policy})
	}

	return id
}

func (k kind) list(c *jumpcloudsim.Call) sim.Response {
	l := jumpcloudsim.List{Filterable: []string{"name", "disabled", "type", "membershipMethod"}}
	if c.Switch("group-list-shape") == "short" {
		l.Small = k.short
	}

	return c.Array(append(c.Tenant(k.collection).All(), k.sharedIn(c)...), l)
}

// listAll shows the groups of all kinds, each with its type [S].
func listAll(c *jumpcloudsim.Call) sim.Response {
	var all []sim.Doc
	for _, k := range kinds {
		all = append(append(all, c.Tenant(k.collection).All()...), k.sharedIn(c)...)
	}

	return c.Array(all, jumpcloudsim.List{Filterable: []string{"name", "disabled", "type"}, Small: listed})
}

func (k kind) get(c *jumpcloudsim.Call) sim.Response {
	_, d, refused := k.found(c)
	if refused != nil {
		return *refused
	}

	return sim.JSON(http.StatusOK, d)
}

func (k kind) create(c *jumpcloudsim.Call) sim.Response {
	return k.save(c, http.StatusCreated, c.Tenant(k.collection), c.World.IDs.ObjectID(), nil)
}

// replace is a full update: what the body leaves out is cleared [S].
func (k kind) replace(c *jumpcloudsim.Call) sim.Response {
	home, before, refused := k.found(c)
	if refused != nil {
		return *refused
	}

	return k.save(c, http.StatusOK, home, c.PathValue("id"), before)
}

// remove answers 200 with the object or 204; both are documented [S].
func (k kind) remove(c *jumpcloudsim.Call) sim.Response {
	id := c.PathValue("id")

	home, d, refused := k.found(c)
	if refused != nil {
		return *refused
	}

	if c.Switch("group-delete-in-use") == "refuse" && load(c.Tenant).touches(Ref{k.name, id}) {
		return jumpcloudsim.Conflict("group is in use")
	}

	home.Remove(id)

	if c.Switch("group-delete-answer") == "empty" {
		return sim.NoContent()
	}

	return sim.JSON(http.StatusOK, d)
}

func (k kind) patch(c *jumpcloudsim.Call) sim.Response {
	home, before, refused := k.found(c)

	switch {
	case c.Switch("group-patch") == "refuse":
		return jumpcloudsim.Refuse(http.StatusMethodNotAllowed, "method not allowed", "")
	case refused != nil:
		return *refused
	}

	return k.save(c, http.StatusOK, home, c.PathValue("id"), before)
}

// save stores the body's members over the defaults; before is the group that it replaces.
func (k kind) save(c *jumpcloudsim.Call, status int, home sim.Collection, id string, before sim.Doc) sim.Response {
	body, bad := c.Object(k.fields)
	if bad != nil {
		return jumpcloudsim.BadBody(bad)
	}

	if c.Switch("group-text") == "trim" {
		for _, member := range []string{"name", "description"} {
			if text, ok := body[member].(string); ok {
				body[member] = strings.TrimSpace(text)
			}
		}
	}

	if _, sent := body["name"]; !sent && c.Method == http.MethodPatch {
		body["name"] = before["name"]
	}

	name, _ := body["name"].(string)
	if _, sent := body["name"]; !sent || strings.TrimSpace(name) == "" && c.Switch("group-name-blank") == "refuse" {
		return jumpcloudsim.BadRequest("name is required", "nullName", "name")
	}

	taken := func(d sim.Doc) bool { return d["name"] == name && d["id"] != id }
	if _, found := home.Find(taken); found && c.Switch("group-name-unique") == "on" {
		return jumpcloudsim.Conflict("Group already exists")
	}

	d := k.empty(id, c.OrgID, c.Switch("group-membership-method-default"))
	if c.Method == http.MethodPatch {
		d = maps.Clone(before)
	}

	if before != nil {
		d["organizationObjectId"] = before["organizationObjectId"]
	}

	maps.Copy(d, body)

	if refused := k.check(c, d, before); refused != nil {
		return *refused
	}

	home.Put(id, d)

	return sim.JSON(status, d)
}

// empty is a group without anything that a body could set.
func (k kind) empty(id, orgID, method string) sim.Doc {
	d := sim.Doc{
		"id": id, "type": k.name, "name": "", "description": "", "email": "", "attributes": nil,
		"organizationObjectId": orgID,
	}

	if k.name != PolicyGroup {
		d["membershipMethod"], d["memberQuery"], d["memberQueryExemptions"] = method, nil, []any{}
		d["memberSuggestionsNotify"], d["memberQueryErrorFlags"] = false, []any{}
	}

	return d
}

var methods = []string{"NOTSET", "STATIC", "DYNAMIC_REVIEW_REQUIRED", "DYNAMIC_AUTOMATED"}

// check refuses what the contract refuses, and completes a user group's attributes.
func (k kind) check(c *jumpcloudsim.Call, d, before sim.Doc) *sim.Response {
	if k.name == PolicyGroup {
		return nil
	}

	if method, _ := d["membershipMethod"].(string); !slices.Contains(methods, method) {
		c.Violate("body", "membershipMethod is not one of the enumeration")

		return new(jumpcloudsim.BadRequest("invalid membershipMethod", "", "membershipMethod"))
	}

	if c.Switch("group-exemption-organization") == "own" {
		exemptions, _ := d["memberQueryExemptions"].([]any)
		for _, e := range exemptions {
			if e, _ := e.(sim.Doc); e != nil && e["organizationId"] == nil {
				e["organizationId"] = d["organizationObjectId"]
			}
		}
	}

	if k.name != UserGroup {
		return nil
	}

	attributes, _ := d["attributes"].(sim.Doc)
	if attributes == nil {
		attributes = sim.Doc{}
	}

	if before != nil && c.Switch("user-group-posix-change") == "refuse" {
		old, _ := before["attributes"].(sim.Doc)
		if !same(old["posixGroups"], attributes["posixGroups"]) {
			return new(jumpcloudsim.BadRequest("posixGroups cannot be changed", "", "attributes.posixGroups"))
		}
	}

	if _, sent := attributes["ldapGroups"]; !sent && c.Switch("user-group-ldap-default") == "name" {
		attributes["ldapGroups"] = []any{sim.Doc{"name": d["name"]}}
	}

	d["attributes"] = attributes

	return nil
}
