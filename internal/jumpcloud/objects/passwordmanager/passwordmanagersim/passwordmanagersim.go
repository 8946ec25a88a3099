// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package passwordmanagersim simulates the devices of the password manager
// (evidence: rest 5.1).
package passwordmanagersim

import (
	"net/http"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// Collection is where devices are stored, scoped by organization.
const Collection = "passwordmanagerdevices"

// Register adds the routes to a world.
func Register(w *jumpcloudsim.World) {
	// Neither documents x-org-id [S]. A device's UUID tells its organization; the list
	// names nothing.
	w.Sole("GET /api/v2/passwordmanager/devices", list,
		jumpcloudsim.Limit, jumpcloudsim.Skip, jumpcloudsim.Sort, jumpcloudsim.FieldList, jumpcloudsim.Filter)
	w.Owner("GET /api/v2/passwordmanager/devices/{UUID}", Collection, "UUID", get)
}

// list wraps its elements as {results, totalCount} [S].
func list(c *jumpcloudsim.Call) sim.Response {
	return c.Wrapped("results", c.Tenant(Collection).All(), jumpcloudsim.List{Filterable: []string{"name"}})
}

func get(c *jumpcloudsim.Call) sim.Response {
	d, ok := c.Tenant(Collection).Get(c.PathValue("UUID"))
	if !ok {
		return jumpcloudsim.NotFound()
	}

	return sim.JSON(http.StatusOK, d)
}
