// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organizationsim

import (
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// Collections of what makes an organization billable, scoped by organization: devices and
// users come from their owners and from directories, so the simulator only shows what a
// test or the console put there.
const (
	Systems     = "systems"
	SystemUsers = "systemusers"
)

// filterable are the fields that other clients are known to filter by; the contract names none
// ([ps] Get-JCUser, Get-JCSystem; steampipe-plugin-jumpcloud).
var filterable = map[string][]string{
	SystemUsers: {"username", "email", "state", "department"},
	Systems:     {"hostname", "displayName", "serialNumber", "os", "active"},
}

// registerContents adds the two lists of API version 1. Both take x-org-id and answer
// {totalCount, results} [S v1].
func registerContents(w *jumpcloudsim.World) {
	// One where the organization has a certificate, or none; of its members the least [S].
	w.Tenant("GET /api/v2/applemdms", func(c *jumpcloudsim.Call) sim.Response {
		all := []sim.Doc{}
		if c.World.HasMDM(c.OrgID, "darwin") {
			all = append(all, sim.Doc{"id": c.OrgID, "name": "Apple MDM", "organization": c.OrgID})
		}

		return c.Array(all, jumpcloudsim.List{})
	}, jumpcloudsim.Limit, jumpcloudsim.Skip, jumpcloudsim.Filter)

	for _, collection := range []string{Systems, SystemUsers} {
		w.Tenant("GET /api/"+collection, func(c *jumpcloudsim.Call) sim.Response {
			return listContents(c, collection)
		}, jumpcloudsim.FieldList, jumpcloudsim.Filter, jumpcloudsim.Limit, jumpcloudsim.Skip, jumpcloudsim.Sort)
	}
}

func listContents(c *jumpcloudsim.Call, collection string) sim.Response {
	items := c.Tenant(collection).All()

	// Version 1 calls the id _id [S v1].
	for _, d := range items {
		if id, ok := d["id"]; ok {
			d["_id"] = id
			delete(d, "id")
		}
	}

	return c.Wrapped("results", items, jumpcloudsim.List{Filterable: filterable[collection]})
}
