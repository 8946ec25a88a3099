// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package groupsim

import (
	"net/http"
	"slices"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// Shares are what other organizations share with one, scoped by the one that they share with.
const Shares = "shares"

// shareable is a type of object that organizations of a provider share with others.
type shareable struct {
	of        string
	segment   string
	parameter string
	group     bool // shown by the organizations that it is shared with, and in no list of shares [S]
}

var shareables = []shareable{
	{ActiveDirectory, "activedirectories", "ad_id", false},
	{Application, "applications", "id", false},
	{GSuite, "g_suites", "gsuite_id", false},
	{PolicyGroup, PolicyGroups, "group_id", true},
	{SystemGroup, SystemGroups, "group_id", true},
	{UserGroup, UserGroups, "group_id", true},
}

func registerShares(w *jumpcloudsim.World) {
	for _, s := range shareables {
		base := "/api/v2/providers/{provider_id}/" + s.segment
		one := base + "/{" + s.parameter + "}/associations"
		w.Provider("POST "+one, s.change)

		if s.group {
			continue
		}

		// The lists of shares document no paging [S].
		w.Provider("GET "+one, s.organizations)

		query := []string{jumpcloudsim.Filter, jumpcloudsim.Limit, jumpcloudsim.Skip, jumpcloudsim.Sort}
		if s.of != Application {
			query = append(query, jumpcloudsim.FieldList)
		}

		w.Provider("GET "+base, s.list, query...)
	}
}

// Share shows an object of one organization to another, as if in the console.
func Share(w *jumpcloudsim.World, owner string, object Ref, with string) {
	id := object.Type + " " + object.ID
	w.Store.Docs(Shares, with).Put(id, sim.Doc{"id": id, "type": object.Type, "object": object.ID, "owner": owner})
}

// Unshare ends it, and tells whether it was there.
func Unshare(w *jumpcloudsim.World, object Ref, with string) bool {
	return w.Store.Docs(Shares, with).Remove(object.Type + " " + object.ID)
}

// SharedWith lists the organizations of a provider that an object is shared with.
func SharedWith(w *jumpcloudsim.World, providerID string, object Ref) []string {
	with := []string{}

	for _, org := range w.Store.Docs(jumpcloudsim.Organizations, providerID).IDs() {
		if _, ok := w.Store.Docs(Shares, org).Get(object.Type + " " + object.ID); ok {
			with = append(with, org)
		}
	}

	return with
}

// owner is the organization of the provider that has the object.
func (s shareable) owner(c *jumpcloudsim.Call) (string, bool) {
	for _, org := range c.Docs(jumpcloudsim.Organizations, c.ProviderID).IDs() {
		if _, ok := c.Docs(collections[s.of], org).Get(c.PathValue(s.parameter)); ok {
			return org, true
		}
	}

	return "", false
}

// change carries out one operation, answered with 204 and no body [S].
func (s shareable) change(c *jumpcloudsim.Call) sim.Response {
	body, bad := c.Object(sim.Fields{"id": sim.String, "op": sim.String, "type": sim.String, "attributes": sim.Object | sim.Null})
	if bad != nil {
		return jumpcloudsim.BadBody(bad)
	}

	op, _ := body["op"].(string)
	if !slices.Contains([]string{"add", "remove", "update"}, op) || s.of != Application && body["type"] != "organization" {
		c.Violate("body", "not an operation on organizations")

		return jumpcloudsim.BadRequest("invalid operation", "", "")
	}

	owner, ok := s.owner(c)
	if !ok {
		return jumpcloudsim.NotFound()
	}

	// An organization that is not the caller's to see is not there for it [I].
	with, _ := body["id"].(string)
	if _, ok := c.VisibleOrganization(with); !ok {
		return jumpcloudsim.NotFound()
	}

	object := Ref{s.of, c.PathValue(s.parameter)}
	_, there := c.Docs(Shares, with).Get(object.Type + " " + object.ID)

	switch {
	case op == "add" && there && (s.group || c.Switch("share-twice") == "conflict"):
		return jumpcloudsim.Conflict("already shared with this organization") // of groups [S]
	case op == "add":
		Share(c.World, owner, object, with)
	case !there && c.Switch("share-remove-missing") == "not-found":
		return jumpcloudsim.NotFound()
	case op == "remove":
		Unshare(c.World, object, with)
	}

	return sim.NoContent()
}

// organizations are the ids of those that an object is shared with: of an application
// wrapped, else connections of the graph [S].
func (s shareable) organizations(c *jumpcloudsim.Call) sim.Response {
	if _, ok := s.owner(c); !ok {
		return jumpcloudsim.NotFound()
	}

	from := Ref{s.of, c.PathValue(s.parameter)}
	with := SharedWith(c.World, c.ProviderID, from)

	if s.of == Application {
		return sim.JSON(http.StatusOK, sim.Doc{"totalCount": len(with), "results": with})
	}

	all := make([]sim.Doc, 0, len(with))
	for _, org := range with {
		all = append(all, sim.Doc{
			"attributes": nil,
			"from":       sim.Doc{"attributes": nil, "id": from.ID, "type": from.Type},
			"to":         sim.Doc{"attributes": nil, "id": org, "type": "organization"},
		})
	}

	return sim.JSON(http.StatusOK, all)
}

// list shows what can be shared. Which organization is the primary one is said nowhere: here
// every one that the provider has may share what is its own [I].
func (s shareable) list(c *jumpcloudsim.Call) sim.Response {
	var all []sim.Doc

	for _, org := range c.Docs(jumpcloudsim.Organizations, c.ProviderID).IDs() {
		for _, d := range c.Docs(collections[s.of], org).All() {
			all = append(all, s.shown(d, org))
		}
	}

	return c.Array(all, jumpcloudsim.List{Filterable: []string{"name", "domain"}})
}

func (s shareable) shown(d sim.Doc, org string) sim.Doc {
	switch s.of {
	case ActiveDirectory:
		return sim.Doc{"id": d["id"], "domain": d["name"], "organizationId": org, "useCase": "UNSET", "groupsEnabled": false}
	case GSuite:
		return sim.Doc{"id": d["id"], "name": d["name"], "organizationObjectId": org, "groupsEnabled": false}
	}

	shown := sim.Doc{"_id": d["id"]}
	for _, member := range []string{"name", "displayName", "displayLabel", "description"} {
		if v, ok := d[member]; ok {
			shown[member] = v
		}
	}

	return shown
}

// sharedIn are the groups of a kind that are shared with the selected organization, which
// shows them under their ids with the id of their owner [I].
func (k kind) sharedIn(c *jumpcloudsim.Call) []sim.Doc {
	var all []sim.Doc

	for _, share := range c.Tenant(Shares).All() {
		id, _ := share["object"].(string)
		if home, ok := k.home(c, id); ok && share["type"] == k.name {
			d, _ := home.Get(id)
			all = append(all, d)
		}
	}

	return all
}

// home is the collection of the group that the selected organization sees under an id: its
// own, or that of the organization that shares it.
func (k kind) home(c *jumpcloudsim.Call, id string) (sim.Collection, bool) {
	own := c.Tenant(k.collection)
	if _, ok := own.Get(id); ok {
		return own, true
	}

	share, ok := c.Tenant(Shares).Get(k.name + " " + id)
	if !ok || c.Switch("shared-group-shown") == "no" {
		return own, false
	}

	owner, _ := share["owner"].(string)
	theirs := c.Docs(k.collection, owner)
	_, ok = theirs.Get(id)

	return theirs, ok
}

// found is the group that the request names, and whose it is. A refusal says that there is
// none, or that it is another organization's and must not be written.
func (k kind) found(c *jumpcloudsim.Call) (home sim.Collection, d sim.Doc, refused *sim.Response) {
	home, ok := k.home(c, c.PathValue("id"))
	if !ok {
		return home, nil, new(jumpcloudsim.NotFound())
	}

	_, own := c.Tenant(k.collection).Get(c.PathValue("id"))
	if c.Method != http.MethodGet && !own && c.Switch("shared-group-change") == "refuse" {
		return home, nil, new(jumpcloudsim.Forbidden("the group is another organization's"))
	}

	d, _ = home.Get(c.PathValue("id"))

	return home, d, nil
}
