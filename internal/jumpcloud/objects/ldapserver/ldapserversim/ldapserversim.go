// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package ldapserversim simulates LDAP servers and their Samba domains
// (evidence: directories 1, 2).
package ldapserversim

import (
	"net/http"
	"slices"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// Collections of LDAP servers and Samba domains, scoped by organization.
const (
	Collection   = jumpcloudsim.LDAPServers
	SambaDomains = "sambadomains"
)

var switches = []sim.Switch{
	{
		Name: "samba-domain-delete-answer", Default: "none", Values: []string{"none", "text"},
		About: "whether deleting a Samba domain answers 204 or 200 with a JSON string; both are documented",
	},
	{
		Name: "samba-domain-name-unique", Default: "off", Values: []string{"off", "on"},
		About: "whether a second Samba domain of one name in an organization is refused with 400; no error is documented",
	},
}

var (
	actions = []string{"disable", "remove"} // [S]
	lists   = []string{
		jumpcloudsim.FieldList, jumpcloudsim.Filter, jumpcloudsim.Limit, jumpcloudsim.Skip, jumpcloudsim.Sort,
	}
)

// Register adds the routes and switches to a world.
func Register(w *jumpcloudsim.World) {
	w.Switches.Define(switches...)

	w.Tenant("GET /api/v2/ldapservers", list, lists...)
	w.Tenant("GET /api/v2/ldapservers/{id}", get)
	w.Tenant("PATCH /api/v2/ldapservers/{id}", patch)

	w.Tenant("GET /api/v2/ldapservers/{ldapserver_id}/sambadomains", listDomains, lists...)
	w.Tenant("POST /api/v2/ldapservers/{ldapserver_id}/sambadomains", createDomain)
	w.Tenant("GET /api/v2/ldapservers/{ldapserver_id}/sambadomains/{id}", getDomain)
	// Alone among these, PUT documents no x-org-id [S].
	w.Owner("PUT /api/v2/ldapservers/{ldapserver_id}/sambadomains/{id}", SambaDomains, "id", replaceDomain)
	w.Tenant("DELETE /api/v2/ldapservers/{ldapserver_id}/sambadomains/{id}", removeDomain)
}

// ServerID is the id of the LDAP server that an organization has by itself [ps].
func ServerID(orgID string) string { return jumpcloudsim.LDAPServerID(orgID) }

func servers(c *jumpcloudsim.Call) sim.Collection {
	c.World.EnsureLDAPServer(c.OrgID)

	return c.Tenant(Collection)
}

func list(c *jumpcloudsim.Call) sim.Response {
	return c.Array(servers(c).All(), jumpcloudsim.List{Filterable: []string{"name"}})
}

func get(c *jumpcloudsim.Call) sim.Response {
	d, ok := servers(c).Get(c.PathValue("id"))
	if !ok {
		return jumpcloudsim.NotFound()
	}

	return sim.JSON(http.StatusOK, d)
}

// patch changes the two actions; the name cannot be changed [S].
func patch(c *jumpcloudsim.Call) sim.Response {
	d, ok := servers(c).Get(c.PathValue("id"))
	if !ok {
		return jumpcloudsim.NotFound()
	}

	body, bad := c.Object(sim.Fields{"id": sim.String, "userLockoutAction": sim.String, "userPasswordExpirationAction": sim.String})
	if bad != nil {
		return sim.JSON(http.StatusBadRequest, sim.Doc{"message": bad.Error()})
	}

	for _, name := range []string{"userLockoutAction", "userPasswordExpirationAction"} {
		action, given := body[name].(string)
		if !given {
			continue
		}

		// A bad action answers 400 with a message alone [S].
		if !slices.Contains(actions, action) {
			return sim.JSON(http.StatusBadRequest, sim.Doc{"message": name + " is invalid"})
		}

		d[name] = action
	}

	servers(c).Put(c.PathValue("id"), d)

	return sim.JSON(http.StatusOK, d)
}
