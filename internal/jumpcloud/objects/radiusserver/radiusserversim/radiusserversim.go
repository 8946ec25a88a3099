// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package radiusserversim simulates RADIUS servers (evidence: radius 1).
package radiusserversim

import (
	"maps"
	"net/http"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// Collection is where RADIUS servers are stored, scoped by organization. The graph joins them
// with groups and users.
const Collection = "radiusservers"

var switches = []sim.Switch{
	{
		Name: "radius-server-name-unique", Default: "off", Values: []string{"off", "on"},
		About: "whether a second RADIUS server of one name in an organization is refused with 400; no error is documented",
	},
	{
		Name: "radius-server-ip-unique", Default: "off", Values: []string{"off", "on"},
		About: "whether a second RADIUS server of one address in an organization is refused with 400; no error is documented",
	},
	{
		Name: "radius-server-secret", Default: "show", Values: []string{"show", "hide"},
		About: "whether reads show the shared secret, as the contract has it and a test of the vendor's PowerShell module needs it",
	},
	{
		Name: "radius-server-put", Default: "keep", Values: []string{"keep", "replace"},
		About: "whether PUT keeps what it leaves out, as clients that send one member rely on, or takes it for its default",
	},
	{
		Name: "radius-server-tags", Default: "both", Values: []string{"both", "names", "none"},
		About: "which of tags and tagNames reads show: both, tagNames alone, or neither",
	},
}

// fields are those that POST and PUT share.
var fields = sim.Fields{
	"name": sim.String, "networkSourceIp": sim.String, "sharedSecret": sim.String, "mfa": sim.String, "caCert": sim.String,
	"caSource": sim.String, "radsecEnabled": sim.Bool, "requireRadsec": sim.Bool, "requireTlsAuth": sim.Bool,
	"deviceCertEnabled": sim.Bool, "userCertEnabled": sim.Bool, "userPasswordEnabled": sim.Bool, "userLockoutAction": sim.String,
	"userPasswordExpirationAction": sim.String,
}

// words are the values of members that have an enumeration [S].
var words = map[string][]string{
	"mfa":      {"DISABLED", "ENABLED", "REQUIRED", "ALWAYS"},
	"authIdp":  {"JUMPCLOUD", "AZURE"},
	"caSource": {"NONE", "BYOC", "JUMPCLOUD_MANAGED"},
}

// Register adds the routes and switches to a world.
func Register(w *jumpcloudsim.World) {
	w.Switches.Define(switches...)

	w.Tenant("GET /api/radiusservers", list,
		jumpcloudsim.FieldList, jumpcloudsim.Filter, jumpcloudsim.Limit, jumpcloudsim.Skip, jumpcloudsim.Sort)
	w.Tenant("POST /api/radiusservers", create)
	w.Tenant("GET /api/radiusservers/{id}", get)
	w.Tenant("PUT /api/radiusservers/{id}", replace)
	w.Tenant("DELETE /api/radiusservers/{id}", remove)
}

// Add creates a RADIUS server as if in the console and returns its id; members that are left
// out have their defaults.
func Add(w *jumpcloudsim.World, orgID string, members sim.Doc) string {
	d := fresh(w.IDs.ObjectID(), orgID)
	maps.Copy(d, members)

	id, _ := d["id"].(string)
	w.Store.Docs(Collection, orgID).Put(id, d)

	return id
}

// fresh is a server of which a request says nothing. Only the certificate source's default is
// documented [S]; the others are [I].
func fresh(id, orgID string) sim.Doc {
	return sim.Doc{
		"id": id, "organization": orgID, "name": "", "networkSourceIp": "", "sharedSecret": "", "mfa": "DISABLED", "authIdp": "JUMPCLOUD",
		"caCert": "", "caSource": "NONE", "radsecEnabled": false, "requireRadsec": false, "requireTlsAuth": false,
		"deviceCertEnabled": false, "userCertEnabled": false, "userPasswordEnabled": true, "userLockoutAction": "REMOVE",
		"userPasswordExpirationAction": "REMOVE", "tags": []any{},
	}
}

// list is wrapped with its total and has whole objects [S].
func list(c *jumpcloudsim.Call) sim.Response {
	var all []sim.Doc
	for _, d := range c.Tenant(Collection).All() {
		all = append(all, read(c, d))
	}

	return c.Wrapped("results", all, jumpcloudsim.List{Filterable: []string{"name"}})
}

func get(c *jumpcloudsim.Call) sim.Response {
	d, ok := c.Tenant(Collection).Get(c.PathValue("id"))
	if !ok {
		return jumpcloudsim.NotFound()
	}

	return sim.JSON(http.StatusOK, read(c, d))
}

// create answers 200 with the object, not 201 [S].
func create(c *jumpcloudsim.Call) sim.Response {
	taken := sim.Fields{"authIdp": sim.String, "tagNames": sim.Strings}
	maps.Copy(taken, fields)

	d, refused := save(c, fresh(c.World.IDs.ObjectID(), c.OrgID), taken, "tagNames")
	if refused != nil {
		return *refused
	}

	return sim.JSON(http.StatusOK, read(c, d))
}

func replace(c *jumpcloudsim.Call) sim.Response {
	base, ok := c.Tenant(Collection).Get(c.PathValue("id"))
	if !ok {
		return jumpcloudsim.NotFound()
	}

	if c.Switch("radius-server-put") == "replace" {
		idp := base["authIdp"]
		base = fresh(c.PathValue("id"), c.OrgID)
		base["authIdp"] = idp
	}

	taken := sim.Fields{"tags": sim.Strings}
	maps.Copy(taken, fields)

	d, refused := save(c, base, taken, "tags")
	if refused != nil {
		return *refused
	}

	return sim.JSON(http.StatusOK, written(c, d))
}

// remove answers 200 with the deleted object [S].
func remove(c *jumpcloudsim.Call) sim.Response {
	d, ok := c.Tenant(Collection).Get(c.PathValue("id"))
	if !ok {
		return jumpcloudsim.NotFound()
	}

	c.Tenant(Collection).Remove(c.PathValue("id"))

	return sim.JSON(http.StatusOK, written(c, d))
}
