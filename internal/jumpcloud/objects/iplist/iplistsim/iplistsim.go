// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package iplistsim simulates IP lists (evidence: access 1).
package iplistsim

import (
	"maps"
	"net/http"
	"slices"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// Collection is where IP lists are stored, scoped by organization.
const Collection = "iplists"

// authnPolicies are stored here by whoever simulates them; they refer to IP lists.
const authnPolicies = "authnpolicies"

var switches = []sim.Switch{
	{
		Name: "iplist-name-unique", Default: "off", Values: []string{"off", "on"},
		About: "whether a second IP list of one name in an organization is a 409; 409 is declared, but on reads as well",
	},
	{
		Name: "iplist-name-blank", Default: "refuse", Values: []string{"refuse", "accept"},
		About: "whether an IP list needs a name: no field is marked as required",
	},
	{
		Name: "iplist-ips-spelling", Default: "keep", Values: []string{"keep", "canonical"},
		About: "whether addresses come back as they were sent or in a canonical spelling",
	},
	{
		Name: "iplist-ips-order", Default: "keep", Values: []string{"keep", "sorted"},
		About: "whether addresses come back in the order in which they were sent",
	},
	{
		Name: "iplist-ips-duplicates", Default: "keep", Values: []string{"keep", "remove"},
		About: "whether an address that is sent twice is stored twice",
	},
	{
		Name: "iplist-ips-invalid", Default: "accept", Values: []string{"accept", "refuse"},
		About: "whether an entry that is no address, CIDR or range is refused: the type is a plain string",
	},
	{
		Name: "iplist-delete-in-use", Default: "refuse", Values: []string{"refuse", "allow"},
		About: "whether deleting an IP list that an authentication policy refers to is a 409",
	},
}

var fields = sim.Fields{"name": sim.String, "description": sim.String, "ips": sim.Strings}

// Register adds the routes and switches to a world.
func Register(w *jumpcloudsim.World) {
	w.Switches.Define(switches...)

	w.Tenant("GET /api/v2/iplists", list, jumpcloudsim.Limit, jumpcloudsim.Skip, jumpcloudsim.Filter, jumpcloudsim.Sort)
	w.Tenant("POST /api/v2/iplists", create)
	w.Tenant("GET /api/v2/iplists/{id}", get)
	w.Tenant("PUT /api/v2/iplists/{id}", replace)
	w.Tenant("PATCH /api/v2/iplists/{id}", patch)
	w.Tenant("DELETE /api/v2/iplists/{id}", remove)
}

// list is a bare array of whole objects with x-total-count [S].
func list(c *jumpcloudsim.Call) sim.Response {
	return c.Array(c.Tenant(Collection).All(), jumpcloudsim.List{Filterable: []string{"name"}})
}

func get(c *jumpcloudsim.Call) sim.Response {
	d, ok := c.Tenant(Collection).Get(c.PathValue("id"))
	if !ok {
		return jumpcloudsim.NotFound()
	}

	return sim.JSON(http.StatusOK, d)
}

func create(c *jumpcloudsim.Call) sim.Response {
	return save(c, http.StatusCreated, c.World.IDs.ObjectID(), sim.Doc{})
}

// replace clears what the body leaves out [S: PUT beside a PATCH].
func replace(c *jumpcloudsim.Call) sim.Response {
	id := c.PathValue("id")
	if _, ok := c.Tenant(Collection).Get(id); !ok {
		return jumpcloudsim.NotFound()
	}

	return save(c, http.StatusOK, id, sim.Doc{})
}

// patch changes only what is sent [S].
func patch(c *jumpcloudsim.Call) sim.Response {
	id := c.PathValue("id")

	d, ok := c.Tenant(Collection).Get(id)
	if !ok {
		return jumpcloudsim.NotFound()
	}

	return save(c, http.StatusOK, id, d)
}

// remove answers 200 with the deleted object, not 204 [S].
func remove(c *jumpcloudsim.Call) sim.Response {
	id := c.PathValue("id")

	d, ok := c.Tenant(Collection).Get(id)
	if !ok {
		return jumpcloudsim.NotFound()
	}

	if c.Switch("iplist-delete-in-use") == "refuse" && inUse(c, id) {
		return jumpcloudsim.Conflict("IP list is in use")
	}

	c.Tenant(Collection).Remove(id)

	return sim.JSON(http.StatusOK, d)
}

// save stores base with the body's members over it.
func save(c *jumpcloudsim.Call, status int, id string, base sim.Doc) sim.Response {
	body, bad := c.Object(fields)
	if bad != nil {
		return jumpcloudsim.BadBody(bad)
	}

	d := sim.Doc{"id": id, "name": "", "description": "", "ips": []any{}}
	for _, from := range []sim.Doc{base, body} {
		maps.Copy(d, from)
	}

	name, _ := d["name"].(string)
	if strings.TrimSpace(name) == "" && c.Switch("iplist-name-blank") == "refuse" {
		return jumpcloudsim.BadRequest("name must not be blank", "invalidName", "name")
	}

	if c.Switch("iplist-name-unique") == "on" && taken(c, name, id) {
		return jumpcloudsim.Conflict("IP list already exists")
	}

	ips, invalid := entries(c, d["ips"])
	if invalid != "" {
		return jumpcloudsim.BadRequest("invalid address "+invalid, "", "ips")
	}

	d["ips"] = ips
	c.Tenant(Collection).Put(id, d)

	return sim.JSON(status, d)
}

func taken(c *jumpcloudsim.Call, name, self string) bool {
	_, found := c.Tenant(Collection).Find(func(d sim.Doc) bool { return d["name"] == name && d["id"] != self })

	return found
}

// inUse looks for the id in the conditions ({"ipAddressIn": [id, …]}, nested at
// will [S]) of the organization's authentication policies.
func inUse(c *jumpcloudsim.Call, id string) bool {
	return slices.ContainsFunc(c.Tenant(authnPolicies).All(), func(d sim.Doc) bool { return mentions(d["conditions"], id) })
}

func mentions(v any, id string) bool {
	switch v := v.(type) {
	case sim.Doc:
		for _, member := range v {
			if mentions(member, id) {
				return true
			}
		}
	case []any:
		return slices.ContainsFunc(v, func(e any) bool { return mentions(e, id) })
	case string:
		return v == id
	}

	return false
}
