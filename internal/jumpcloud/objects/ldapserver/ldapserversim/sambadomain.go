// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package ldapserversim

import (
	"net/http"
	"slices"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// server is the member that keeps to which LDAP server a stored domain belongs.
const server = "ldapServer"

// shown is a domain as an answer has it.
func shown(d sim.Doc) sim.Doc {
	delete(d, server)

	return d
}

func listDomains(c *jumpcloudsim.Call) sim.Response {
	if _, ok := servers(c).Get(c.PathValue("ldapserver_id")); !ok {
		return jumpcloudsim.NotFound()
	}

	all := slices.DeleteFunc(c.Tenant(SambaDomains).All(), func(d sim.Doc) bool { return d[server] != c.PathValue("ldapserver_id") })
	for _, d := range all {
		shown(d)
	}

	return c.Array(all, jumpcloudsim.List{Filterable: []string{"name"}})
}

// domain is the stored domain that the path names.
func domain(c *jumpcloudsim.Call) (sim.Doc, bool) {
	d, ok := c.Tenant(SambaDomains).Get(c.PathValue("id"))

	return d, ok && d[server] == c.PathValue("ldapserver_id")
}

func getDomain(c *jumpcloudsim.Call) sim.Response {
	d, ok := domain(c)
	if !ok {
		return jumpcloudsim.NotFound()
	}

	return sim.JSON(http.StatusOK, shown(d))
}

func createDomain(c *jumpcloudsim.Call) sim.Response {
	if _, ok := servers(c).Get(c.PathValue("ldapserver_id")); !ok {
		return jumpcloudsim.NotFound()
	}

	return saveDomain(c, http.StatusCreated, c.World.IDs.ObjectID())
}

func replaceDomain(c *jumpcloudsim.Call) sim.Response {
	if _, ok := domain(c); !ok {
		return jumpcloudsim.NotFound()
	}

	return saveDomain(c, http.StatusOK, c.PathValue("id"))
}

func saveDomain(c *jumpcloudsim.Call, status int, id string) sim.Response {
	body, bad := c.Object(sim.Fields{"name": sim.String, "sid": sim.String})
	if bad != nil {
		return jumpcloudsim.BadBody(bad)
	}

	// Both are required [S].
	for _, name := range []string{"name", "sid"} {
		if body[name] == nil || body[name] == "" {
			return jumpcloudsim.BadRequest(name+" is required", "", name)
		}
	}

	if c.Switch("samba-domain-name-unique") == "on" {
		if _, taken := c.Tenant(SambaDomains).Find(func(d sim.Doc) bool { return d["name"] == body["name"] && d["id"] != id }); taken {
			return jumpcloudsim.BadRequest("Samba domain already exists", "", "name")
		}
	}

	body["id"], body[server] = id, c.PathValue("ldapserver_id")
	c.Tenant(SambaDomains).Put(id, body)

	return sim.JSON(status, shown(body))
}

func removeDomain(c *jumpcloudsim.Call) sim.Response {
	if _, ok := domain(c); !ok {
		return jumpcloudsim.NotFound()
	}

	c.Tenant(SambaDomains).Remove(c.PathValue("id"))

	if c.Switch("samba-domain-delete-answer") == "text" {
		return sim.JSON(http.StatusOK, "deleted")
	}

	return sim.NoContent()
}
