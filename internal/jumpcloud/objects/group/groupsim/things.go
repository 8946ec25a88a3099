// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package groupsim

import (
	"maps"
	"net/http"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// registerThings adds what version 1 of the API tells of the objects that the graph joins and that
// version 2 has no list of: lists wrapped with their total, and single objects, both with _id [S
// v1]. The lists of devices and users are with the organization's contents, RADIUS servers with
// whoever simulates them.
func registerThings(w *jumpcloudsim.World) {
	paging := []string{jumpcloudsim.FieldList, jumpcloudsim.Filter, jumpcloudsim.Limit, jumpcloudsim.Skip, jumpcloudsim.Sort}

	w.Tenant("GET /api/"+Commands, func(c *jumpcloudsim.Call) sim.Response {
		var all []sim.Doc
		for _, d := range c.Tenant(Commands).All() {
			all = append(all, old(d))
		}

		return c.Wrapped("results", all, jumpcloudsim.List{Filterable: []string{"name"}})
	}, paging...)

	for _, command := range []string{"lock", "restart", "shutdown"} {
		w.Tenant("POST /api/systems/{system_id}/command/builtin/"+command, func(c *jumpcloudsim.Call) sim.Response {
			if _, ok := c.Tenant(Systems).Get(c.PathValue("system_id")); !ok {
				return jumpcloudsim.NotFound()
			}

			return sim.Response{Status: http.StatusCreated} // without a body [S v1]
		})
	}

	for _, collection := range []string{Systems, Users, Commands} {
		w.Tenant("GET /api/"+collection+"/{id}", func(c *jumpcloudsim.Call) sim.Response {
			d, ok := c.Tenant(collection).Get(c.PathValue("id"))
			if !ok {
				return jumpcloudsim.NotFound()
			}

			return sim.JSON(http.StatusOK, old(d))
		})
	}
}

// old is an object as version 1 shows it.
func old(d sim.Doc) sim.Doc {
	shown := maps.Clone(d)
	shown["_id"] = shown["id"]
	delete(shown, "id")

	return shown
}
