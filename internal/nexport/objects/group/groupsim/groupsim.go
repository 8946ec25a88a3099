// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package groupsim simulates the creation of groups, which is all that the API does to them.
package groupsim

import (
	"net/http"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/nexportsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// Register adds the operation to a world.
func Register(w *nexportsim.World) {
	w.Fields("created_group", "group_id")
	w.Handle(nexportsim.Operation{
		Name: "CreateGroup", Method: http.MethodPost, Needs: []string{"name", "short_name", "parent_id"},
		Takes: []string{"tracking_string", "description"}, Write: true, Do: create,
	})
}

// create refuses a short name that any group of the system has [V].
func create(c *nexportsim.Call) sim.Response {
	if _, ok := c.Entry(nexportsim.Text(c.In, "parent_id"), ""); !ok {
		return c.NotFound("Entity not found")
	}

	if _, taken := c.Docs(nexportsim.Directory, "").Find(func(d sim.Doc) bool { return d["short_name"] == c.In["short_name"] }); taken {
		return c.NotFound("Duplicate short name")
	}

	id := c.World.IDs.UUID()
	c.Docs(nexportsim.Directory, "").Put(id, sim.Doc{
		"id": id, "type": nexportsim.Group, "name": c.In["name"], "short_name": c.In["short_name"], "parent_id": c.In["parent_id"],
		"tracking_string": c.In["tracking_string"], "description": c.In["description"],
	})

	return c.One("created_group", sim.Doc{"group_id": id})
}
