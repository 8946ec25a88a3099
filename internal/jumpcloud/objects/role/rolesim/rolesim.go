// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package rolesim simulates roles and the groups of scopes that they are made of
// (evidence: people 3). Which role may call what is the world's business.
package rolesim

import (
	"net/http"
	"slices"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

var switches = []sim.Switch{
	{
		Name: "role-name-unique", Default: "on", Values: []string{"on", "off"},
		About: "whether a second role of one name is refused with 409, which the contract declares without saying what for",
	},
	{
		Name: "role-scopes-unknown", Default: "refuse", Values: []string{"refuse", "accept"},
		About: "whether a role with a scope that no scope group has is a 400",
	},
}

// Register adds the routes and switches to a world.
func Register(w *jumpcloudsim.World) {
	w.Switches.Define(switches...)

	paging := []string{jumpcloudsim.Filter, jumpcloudsim.Limit, jumpcloudsim.Skip, jumpcloudsim.Sort}
	w.Either("GET /api/v2/roles", ofProvider(list), paging...)
	w.Either("POST /api/v2/roles", create)
	w.Either("GET /api/v2/roles/{role_id}", ofProvider(get))
	w.Either("PUT /api/v2/roles/{role_id}", ofProvider(update))
	w.Either("DELETE /api/v2/roles/{role_id}", ofProvider(remove))
	w.Either("GET /api/v2/scope-groups", listGroups, paging...)
}

// ofProvider holds a call to the x-provider-id that it names, which four of the routes
// document [S]; without one it is the caller's own [I].
func ofProvider(h jumpcloudsim.Handler) jumpcloudsim.Handler {
	return func(c *jumpcloudsim.Call) sim.Response {
		if named := c.Header.Get("X-Provider-Id"); named != "" && named != c.Caller.ProviderID {
			return jumpcloudsim.NotFound()
		}

		return h(c)
	}
}

func list(c *jumpcloudsim.Call) sim.Response {
	return c.Wrapped("results", c.World.AllRoles(c.Caller.ProviderID), jumpcloudsim.List{Filterable: []string{"name"}})
}

func get(c *jumpcloudsim.Call) sim.Response {
	d, ok := find(c)
	if !ok {
		return jumpcloudsim.NotFound()
	}

	return sim.JSON(http.StatusOK, d)
}

func find(c *jumpcloudsim.Call) (sim.Doc, bool) {
	all := c.World.AllRoles(c.Caller.ProviderID)
	i := slices.IndexFunc(all, func(d sim.Doc) bool { return d["id"] == c.PathValue("role_id") })

	if i < 0 {
		return nil, false
	}

	return all[i], true
}

var fields = sim.Fields{
	"name": sim.String, "scopes": sim.Strings, "providerId": sim.String, "organizationIds": sim.Strings, "description": sim.String,
}

func create(c *jumpcloudsim.Call) sim.Response {
	body, refused := decode(c, "")
	if refused != nil {
		return *refused
	}

	id := c.World.IDs.ObjectID()
	body["id"], body["isCustom"], body["createdBy"], body["lastUpdatedBy"] = id, true, c.Caller.ID, c.Caller.ID
	body["providerId"] = c.Caller.ProviderID
	c.Docs(jumpcloudsim.Roles, c.Caller.ProviderID).Put(id, body)

	return sim.JSON(http.StatusCreated, body)
}

// update replaces: what the body leaves out is gone ([cli], checked live).
func update(c *jumpcloudsim.Call) sim.Response {
	d, ok := find(c)
	if !ok {
		return jumpcloudsim.NotFound()
	}

	if d["isCustom"] != true {
		return jumpcloudsim.Forbidden("Forbidden") // built-in roles cannot be edited [I]
	}

	id, _ := d["id"].(string)

	body, refused := decode(c, id)
	if refused != nil {
		return *refused
	}

	for _, kept := range []string{"id", "isCustom", "createdBy", "providerId"} {
		body[kept] = d[kept]
	}

	body["lastUpdatedBy"] = c.Caller.ID
	c.Docs(jumpcloudsim.Roles, c.Caller.ProviderID).Put(id, body)
	renamed(c, d["name"], body["name"])

	return sim.JSON(http.StatusOK, body)
}

// renamed follows a role's new name to the administrators that have it.
func renamed(c *jumpcloudsim.Call, from, to any) {
	for _, d := range holders(c, from) {
		d["roleName"] = to
		id, _ := d["id"].(string)
		c.Docs(jumpcloudsim.Administrators, "").Put(id, d)
	}
}

// remove refuses a role that somebody has: 409 [I from the declared 409].
func remove(c *jumpcloudsim.Call) sim.Response {
	d, ok := find(c)

	switch {
	case !ok:
		return jumpcloudsim.NotFound()
	case d["isCustom"] != true:
		return jumpcloudsim.Forbidden("Forbidden")
	case len(holders(c, d["name"])) > 0:
		return jumpcloudsim.Conflict("role is in use")
	}

	c.Docs(jumpcloudsim.Roles, c.Caller.ProviderID).Remove(c.PathValue("role_id"))

	return sim.NoContent()
}

func holders(c *jumpcloudsim.Call, role any) []sim.Doc {
	return slices.DeleteFunc(c.Docs(jumpcloudsim.Administrators, "").All(), func(d sim.Doc) bool {
		return d["provider"] != c.Caller.ProviderID || d["roleName"] != role
	})
}

func decode(c *jumpcloudsim.Call, self string) (sim.Doc, *sim.Response) {
	body, bad := c.Object(fields)
	if bad != nil {
		return nil, new(jumpcloudsim.BadBody(bad))
	}

	// Both are required [S].
	name, _ := body["name"].(string)
	if strings.TrimSpace(name) == "" {
		return nil, new(jumpcloudsim.BadRequest("name is required", "nullName", "name"))
	}

	scopes, ok := body["scopes"].([]any)
	if !ok {
		return nil, new(jumpcloudsim.BadRequest("scopes are required", "", "scopes"))
	}

	for _, s := range scopes {
		if scope, _ := s.(string); c.Switch("role-scopes-unknown") == "refuse" && !slices.Contains(jumpcloudsim.AllScopes(), scope) {
			return nil, new(jumpcloudsim.BadRequest("unknown scope "+scope, "", "scopes"))
		}
	}

	if p, named := body["providerId"]; named && p != c.Caller.ProviderID {
		return nil, new(jumpcloudsim.NotFound())
	}

	if c.Switch("role-name-unique") == "on" {
		for _, d := range c.World.AllRoles(c.Caller.ProviderID) {
			if d["name"] == name && d["id"] != self {
				return nil, new(jumpcloudsim.Conflict("role already exists"))
			}
		}
	}

	return body, nil
}

// listGroups makes a group of each family of scopes. The real groups are not documented
// [U]; their shape is [S].
func listGroups(c *jumpcloudsim.Call) sim.Response {
	var (
		order  []string
		groups = map[string][]string{}
	)

	for _, s := range jumpcloudsim.AllScopes() {
		family, _, _ := strings.Cut(s, ".")
		if groups[family] == nil {
			order = append(order, family)
		}

		groups[family] = append(groups[family], s)
	}

	all := make([]sim.Doc, 0, len(order))

	for i, family := range order {
		label := strings.ToUpper(family[:1]) + family[1:]
		permissions := []any{}

		for _, s := range groups[family] {
			key := "write"
			if strings.HasSuffix(s, ".readonly") {
				key = "read"
			}

			permissions = append(permissions, sim.Doc{"key": key, "values": []any{s}})
		}

		all = append(all, sim.ToDoc(sim.Doc{
			"id": id(i), "groupName": label, "groupKey": family, "displayToUsers": true, "groupDescription": "What concerns " + family + ".",
			"fullAccessScopes": []any{full(family, groups[family])},
			"scopes": []any{sim.Doc{
				"key": family, "label": label, "subgroupLabel": label, "displayToUsers": true, "description": "Access to " + family + ".",
				"permissionType": "access_level", "allowsNoAccess": true, "permissions": permissions,
			}},
		}))
	}

	return c.Wrapped("results", all, jumpcloudsim.List{Filterable: []string{"groupKey", "groupName"}})
}

// full is the scope that covers a family: the one of its own name where there is one.
func full(family string, scopes []string) string {
	if slices.Contains(scopes, family) {
		return family
	}

	return scopes[0]
}

// id is a group's, the same in every world.
func id(i int) string {
	return "5c" + strings.Repeat("0", 20) + string("0123456789abcdef"[i/16%16]) + string("0123456789abcdef"[i%16])
}
