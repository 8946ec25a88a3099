// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package grouppermissionsim simulates questions about what a user may do in groups.
package grouppermissionsim

import (
	"net/http"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/nexportsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// Register adds the operations to a world.
func Register(w *nexportsim.World) {
	w.Fields("permission", "is_permitted")
	w.Fields("permitted_group", "groups", "id", "name", "short_name")

	w.Handle(nexportsim.Operation{
		Name: "HasGroupPermission", Method: http.MethodPost, Needs: []string{"user_id", "group_id", "permission"}, Do: has,
	})
	w.Handle(nexportsim.Operation{
		Name: "SearchGroupsForPermission", Method: http.MethodPost, Needs: []string{"user_id", "org_id", "permission"}, Pages: true, Do: search,
	})
}

func granted(c *nexportsim.Call, group string) bool {
	_, ok := c.Docs(nexportsim.Grants, "").Find(func(g sim.Doc) bool {
		return g["user_id"] == c.In["user_id"] && g["group_id"] == group && g["permission"] == c.In["permission"]
	})

	return ok
}

func has(c *nexportsim.Call) sim.Response {
	group := nexportsim.Text(c.In, "group_id")
	if _, ok := c.Entry(group, nexportsim.Group); !ok {
		return c.NotFound("Entity not found")
	}

	return c.One("permission", sim.Doc{"is_permitted": granted(c, group)})
}

func search(c *nexportsim.Call) sim.Response {
	all := []sim.Doc{}

	for _, d := range c.Docs(nexportsim.Directory, "").All() {
		id := nexportsim.Text(d, "id")
		if nexportsim.Text(d, "type") == nexportsim.Group && c.Below(id, nexportsim.Text(c.In, "org_id")) && granted(c, id) {
			all = append(all, d)
		}
	}

	return c.Wrapped("permitted_group", "groups", nexportsim.Sorted(all, "name"))
}
