// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package office365sim simulates Microsoft 365 directories
// (evidence: directories 3).
package office365sim

import (
	"net/http"
	"slices"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// Collections of directories, their domains, translation rules and users to import, each
// scoped by organization.
const (
	Collection = "office365s"
	Domains    = "office365domains"
	Rules      = "office365translationrules"
	Users      = "office365users"
)

var switches = []sim.Switch{
	{
		Name: "office365-domain-create-status", Default: "201", Values: []string{"201", "200"},
		About: "with which of its two documented statuses a domain's creation is answered",
	},
	{
		Name: "office365-domain-delete-default", Default: "clear", Values: []string{"clear", "refuse"},
		About: "whether the default domain can be deleted, which leaves the directory without one; or is a 409",
	},
	{
		Name: "office365-import-last-token", Default: "absent", Values: []string{"absent", "empty"},
		About: "whether the last page of users to import has no skipToken or an empty one",
	},
}

// Register adds the routes and switches to a world.
func Register(w *jumpcloudsim.World) {
	w.Switches.Define(switches...)

	w.Tenant("GET /api/v2/directories", listDirectories,
		jumpcloudsim.FieldList, jumpcloudsim.Filter, jumpcloudsim.Limit, jumpcloudsim.Skip, jumpcloudsim.Sort)
	// Not documented; the vendor's clients list them so [cli].
	w.Tenant("GET /api/v2/office365s", func(c *jumpcloudsim.Call) sim.Response {
		return c.Array(c.Tenant(Collection).All(), jumpcloudsim.List{Filterable: []string{"name"}})
	}, jumpcloudsim.FieldList, jumpcloudsim.Filter, jumpcloudsim.Limit, jumpcloudsim.Skip, jumpcloudsim.Sort)
	w.Tenant("GET /api/v2/office365s/{office365_id}", get)
	w.Tenant("PATCH /api/v2/office365s/{office365_id}", patch)

	// None of these documents x-org-id [S]: the directory in the path tells the organization.
	owner := func(pattern string, h jumpcloudsim.Handler, query ...string) {
		w.Owner(pattern, Collection, "office365_id", h, query...)
	}

	owner("GET /api/v2/office365s/{office365_id}/domains", listDomains, jumpcloudsim.Limit, jumpcloudsim.Skip)
	owner("POST /api/v2/office365s/{office365_id}/domains", createDomain)
	owner("DELETE /api/v2/office365s/{office365_id}/domains/{domain_id}", removeDomain)
	owner("GET /api/v2/office365s/{office365_id}/translationrules", listRules,
		jumpcloudsim.FieldList, jumpcloudsim.Filter, jumpcloudsim.Limit, jumpcloudsim.Skip, jumpcloudsim.Sort)
	owner("POST /api/v2/office365s/{office365_id}/translationrules", createRule)
	owner("GET /api/v2/office365s/{office365_id}/translationrules/{id}", getRule)
	owner("DELETE /api/v2/office365s/{office365_id}/translationrules/{id}", removeRule)
	owner("GET /api/v2/office365s/{office365_id}/import/users", importUsers,
		"top", "skipToken", "filter", "search", "orderby", "count")
}

// Add connects an organization to a Microsoft 365 tenant, as the console's OAuth flow
// does, and returns the directory's id. Its initial settings are assumed [I].
func Add(w *jumpcloudsim.World, orgID, name string) string {
	id := w.IDs.ObjectID()
	w.Store.Docs(Collection, orgID).Put(id, sim.Doc{
		"id": id, "name": name, "groupsEnabled": false, "userLockoutAction": "suspend",
		"userPasswordExpirationAction": "suspend", "defaultDomain": nil,
	})

	return id
}

// listDirectories shows the directories that this package knows; the service lists other
// kinds as well.
func listDirectories(c *jumpcloudsim.Call) sim.Response {
	// Every tenant has the LDAP server, which is a directory too [cli, live].
	all := []sim.Doc{{
		"id": jumpcloudsim.LDAPServerID(c.OrgID), "name": "jumpcloud", "type": "ldap_server", "organizationId": c.OrgID, "oAuthStatus": nil,
	}}

	for _, d := range c.Tenant(Collection).All() {
		all = append(all, sim.Doc{
			"id": d["id"], "name": d["name"], "type": "office_365", "organizationId": c.OrgID, "defaultDomain": d["defaultDomain"],
			"oAuthStatus": sim.Doc{"expiry": nil, "error": "", "errorMessage": ""}, // [cli, live]
		})
	}

	return c.Array(all, jumpcloudsim.List{Filterable: []string{"name", "type"}})
}

func get(c *jumpcloudsim.Call) sim.Response {
	d, ok := c.Tenant(Collection).Get(c.PathValue("office365_id"))
	if !ok {
		return jumpcloudsim.NotFound()
	}

	return sim.JSON(http.StatusOK, d)
}

// patch changes only what is sent; an empty defaultDomain clears it [S].
func patch(c *jumpcloudsim.Call) sim.Response {
	d, ok := c.Tenant(Collection).Get(c.PathValue("office365_id"))
	if !ok {
		return jumpcloudsim.NotFound()
	}

	body, bad := c.Object(sim.Fields{
		"name": sim.String, "groupsEnabled": sim.Bool, "userLockoutAction": sim.String,
		"userPasswordExpirationAction": sim.String, "defaultDomain": sim.Object | sim.Null,
	})
	if bad != nil {
		return jumpcloudsim.BadBody(bad)
	}

	for name, value := range body {
		switch name {
		case "userLockoutAction", "userPasswordExpirationAction":
			if s, ok := value.(string); !ok || !slices.Contains([]string{"suspend", "maintain"}, s) {
				return jumpcloudsim.BadRequest(name+" is invalid", "", name)
			}

			d[name] = value
		case "defaultDomain":
			chosen, ok := choose(c, value)
			if !ok {
				return jumpcloudsim.BadRequest("no such domain", "", name)
			}

			d[name] = chosen
		default:
			d[name] = value
		}
	}

	c.Tenant(Collection).Put(c.PathValue("office365_id"), d)

	return sim.JSON(http.StatusOK, d)
}

// choose makes a domain the default one and returns what the directory shows of it.
func choose(c *jumpcloudsim.Call, value any) (shown any, ok bool) {
	wanted, _ := value.(sim.Doc)
	id, _ := wanted["id"].(string)

	for _, d := range domains(c) {
		d["default"] = d["objectId"] == id
		c.Tenant(Domains).Put(text(d, "objectId"), d)

		if d["default"] == true {
			shown = sim.Doc{"id": id, "domain": d["domain"]}
		}
	}

	return shown, shown != nil || id == ""
}

func text(d sim.Doc, name string) string {
	s, _ := d[name].(string)

	return s
}
